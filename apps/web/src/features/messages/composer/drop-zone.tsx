import { t } from '@lingui/core/macro';
import { ImagePlus } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';

interface DropZoneProps {
  onFiles: (files: File[]) => void;
  label: string;
  children: ReactNode;
  className?: string;
}

/** A part of the page that takes pictures dropped anywhere on it. */
export function DropZone({ onFiles, label, children, className }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');

  return (
    <section
      aria-label={label}
      className={className}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        // Moving over what lies inside is not leaving.
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {isOver && (
        <p className="pointer-events-none absolute inset-2 grid place-content-center justify-items-center gap-2 rounded-l bg-accent-soft/95 font-medium text-on-accent-soft inset-ring-2 inset-ring-accent">
          <ImagePlus aria-hidden="true" className="size-8" />
          {t`Drop the picture to add it`}
        </p>
      )}
    </section>
  );
}

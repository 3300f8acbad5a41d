import { t } from '@lingui/core/macro';
import { X } from 'lucide-react';
import { IconButton } from '../../../components/icon-button.js';
import type { LocalImage } from '../../../resources/messages/outbox/outbox-entry.js';

interface ImagePreviewsProps {
  images: readonly LocalImage[];
  onRemove: (image: LocalImage) => void;
}

/** The pictures that will be sent, each with a way to leave it out. */
export function ImagePreviews({ images, onRemove }: ImagePreviewsProps) {
  if (images.length === 0) return null;
  return (
    <ul role="list" aria-label={t`Pictures to send`} className="flex gap-2 overflow-x-auto pt-1 ps-1">
      {images.map((image) => (
        <Preview key={image.src} image={image} onRemove={() => onRemove(image)} />
      ))}
    </ul>
  );
}

function Preview({ image: { src, file }, onRemove }: { image: LocalImage; onRemove: () => void }) {
  const { name } = file;
  return (
    <li className="relative flex-none">
      <img src={src} alt={name} className="size-24 rounded-md bg-surface-2 object-cover" />
      <IconButton
        label={t`Remove ${name}`}
        icon={<X />}
        variant="neutral"
        onClick={onRemove}
        className="absolute top-1 end-1 rounded-full! shadow-float"
      />
    </li>
  );
}

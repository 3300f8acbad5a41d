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
    <ul role="list" aria-label="Pictures to send" className="flex gap-2 overflow-x-auto pt-1 ps-1">
      {images.map((image) => (
        <li key={image.src} className="relative flex-none">
          <img src={image.src} alt={image.file.name} className="size-24 rounded-md bg-surface-2 object-cover" />
          <IconButton
            label={`Remove ${image.file.name}`}
            icon={<X />}
            variant="neutral"
            onClick={() => onRemove(image)}
            className="absolute top-1 end-1 rounded-full! shadow-float"
          />
        </li>
      ))}
    </ul>
  );
}

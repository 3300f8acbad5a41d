import { t } from '@lingui/core/macro';
import { cx } from '../../../components/cx.js';
import { ProgressBar } from '../../../components/progress-bar.js';
import type { Bubble, Picture } from './bubbles.js';
import { linkParts } from './links.js';

interface BubbleBodyProps {
  bubble: Bubble;
  /** The first of its run has all its corners on the outer side. */
  isFirst: boolean;
  /** For screen readers. */
  writer: string;
}

/** As wide as its text; what was written is only ever text. */
export function BubbleBody({ bubble: { isMine, text, picture, seq, receipt }, isFirst, writer }: BubbleBodyProps) {
  const isFailed = receipt?.status === 'failed';
  const progress = receipt?.status === 'sending' ? receipt.progress : undefined;
  return (
    <div
      className={cx(
        'bubble max-w-full rounded-bubble',
        isMine ? 'rounded-ee-s' : 'rounded-es-s',
        !isFirst && (isMine ? 'rounded-se-s' : 'rounded-ss-s'),
        picture ? 'w-[17.375rem] p-[3px]' : 'w-fit px-[13px] pt-[7px] pb-2',
        isFailed && 'text-ink inset-ring-[1.5px] inset-ring-danger',
        !isFailed && (isMine ? 'bg-bubble-mine text-on-bubble-mine' : 'bg-bubble-theirs text-on-bubble-theirs'),
      )}
    >
      <span className="sr-only">{t`${writer}:`} </span>
      {picture && <BubblePicture picture={picture} canOpen={seq !== null} />}
      {progress !== undefined && <ProgressBar label={t`Sending the picture`} value={progress} className="m-2" />}
      {text && <BubbleText text={text} className={cx(picture && 'px-2.5 pt-1.5 pb-[5px]')} />}
    </div>
  );
}

function BubbleText({ text, className }: { text: string; className: string }) {
  return (
    <p dir="auto" className={cx('[overflow-wrap:anywhere] whitespace-pre-wrap', className)}>
      {linkParts(text).map((part, index) =>
        part.href === undefined ? (
          part.text
        ) : (
          <a key={index} href={part.href} target="_blank" rel="noopener noreferrer" className="underline">
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}

function BubblePicture({ picture: { src, width, height }, canOpen }: { picture: Picture; canOpen: boolean }) {
  const image = (
    <img
      src={src}
      alt={t`Photo`}
      width={width}
      height={height}
      className="block h-auto max-h-72 w-full rounded-[15px] object-cover"
    />
  );
  if (!canOpen) return image;
  return (
    <a href={src} target="_blank" rel="noopener noreferrer" title={t`Open full size`} className="block rounded-[15px]">
      {image}
    </a>
  );
}

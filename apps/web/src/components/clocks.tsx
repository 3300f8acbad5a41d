interface Clock {
  /** The whole time: "Tue 24 Nov, 16:00". */
  time: string;
  /** Where, and whose: "Los Angeles, your time". */
  place: string;
  /** The instant, ISO 8601. */
  at?: string;
}

interface ClocksProps {
  own: Clock;
  /** The other person's clock; leave out when both live in one zone. */
  other?: Clock | null;
  className?: string;
}

/** The signature: own time large, the other's below, tied by a thread. Use it wherever a time is decided. */
export function Clocks({ own, other, className }: ClocksProps) {
  return (
    <dl className={className}>
      <div className="clock-line">
        <dt className="text-lg leading-[1.3] font-semibold tracking-[-0.01em]">
          <time dateTime={own.at}>{own.time}</time>
        </dt>
        <dd className="text-sm text-muted">{own.place}</dd>
      </div>
      {other && (
        <div className="clock-line">
          <dt className="text-sm leading-[1.4] font-medium">
            <time dateTime={other.at}>{other.time}</time>
          </dt>
          <dd className="text-sm text-muted">{other.place}</dd>
        </div>
      )}
    </dl>
  );
}

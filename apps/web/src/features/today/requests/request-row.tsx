import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { CalendarClock, Check } from 'lucide-react';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { cx } from '../../../components/cx.js';
import { FieldError } from '../../../components/field.js';
import { Kbd } from '../../../components/kbd.js';
import { speaks } from '../../../lib/language/names.js';
import { type Clock, formatClocks } from '../../../lib/time.js';
import { ago, inTheirWords, modeLabel, timeLabel } from '../labels.js';

interface RequestRowProps {
  appointment: Appointment;
  now: number;
  zone: string;
  /** The keys act on this row. */
  isAt: boolean;
  busy: boolean;
  failure: string | null;
  onAt: () => void;
  onOpen: () => void;
  onConfirm: () => void;
  onDecline: () => void;
  onPropose: () => void;
}

export function RequestRow({ appointment, now, zone, isAt, busy, failure, ...on }: RequestRowProps) {
  const { patientId: patient, mode, can } = appointment;
  const words = inTheirWords(appointment, '. ');
  const time = timeLabel(appointment, zone);
  const theirs = formatClocks(appointment.startsAt, zone, patient.timeZone ?? zone).other;
  const { name } = patient;
  const passed = ago(appointment.createdAt, now);
  const answerBy = appointment.answerBy && (
    <time dateTime={appointment.answerBy}>{timeLabel({ startsAt: appointment.answerBy }, zone)}</time>
  );

  return (
    <li
      onFocus={on.onAt}
      className={cx(
        '-mx-3 grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-1 rounded-md p-3 md:grid-cols-[auto_minmax(0,1fr)_auto]',
        isAt && 'bg-surface-1',
      )}
    >
      <Avatar id={patient._id} name={patient.name} src={patient.avatar} />
      <div>
        <h3>
          <button type="button" className="text-start font-semibold hover:underline" onClick={on.onOpen}>
            <bdi>{patient.name}</bdi>
          </button>{' '}
          <span className="text-sm font-normal whitespace-nowrap text-muted">
            <Trans>
              <span className="sr-only">asked</span> {passed}
            </Trans>
          </span>
        </h3>
        <p className="detail-dots text-sm text-muted tabular-nums">
          <time dateTime={appointment.startsAt} className="whitespace-nowrap text-ink">
            {time}
          </time>
          {theirs && <span>{onTheirClock(theirs)}</span>}
          <span>{t`Patient`}</span>
          {patient.language && <span>{speaks([patient.language])}</span>}
          {answerBy && (
            <span>
              <Trans>answer by {answerBy}</Trans>
            </span>
          )}
          <span>{modeLabel(mode)}</span>
          {words && <bdi className="wrap-anywhere">{shortened(words)}</bdi>}
        </p>
      </div>
      <div className="flex flex-wrap justify-end gap-1 max-md:col-start-2 max-md:mt-1 max-md:*:flex-1 md:max-w-64">
        {can.confirm && (
          <Button data-confirm icon={<Check aria-hidden="true" />} busy={busy} onClick={on.onConfirm}>
            <span>
              <Trans>
                Confirm
                <span className="sr-only">
                  {' '}
                  <bdi>{name}</bdi>, {time}
                </span>
              </Trans>
            </span>
            {isAt && <Kbd>C</Kbd>}
          </Button>
        )}
        {can.cancel && (
          <Button variant="plain" disabled={busy} onClick={on.onDecline}>
            <span>
              <Trans>
                Decline
                <span className="sr-only">
                  {' '}
                  <bdi>{name}</bdi>, {time}
                </span>
              </Trans>
            </span>
            {isAt && <Kbd>D</Kbd>}
          </Button>
        )}
        {can.reschedule && (
          <Button
            variant="plain"
            icon={<CalendarClock aria-hidden="true" />}
            className="max-md:basis-full"
            disabled={busy}
            onClick={on.onPropose}
          >
            <span>
              <Trans>
                Propose another time
                <span className="sr-only">
                  {' '}
                  <bdi>{name}</bdi>, {time}
                </span>
              </Trans>
            </span>
            {isAt && <Kbd>P</Kbd>}
          </Button>
        )}
      </div>
      <div role="alert" className="col-span-full">
        {failure !== null && <FieldError>{failure}</FieldError>}
      </div>
    </li>
  );
}

const onTheirClock = ({ day, time, city }: Clock) => t`${day}, ${time} in ${city}`;

const LONGEST = 140;

/** The row keeps its height; all of it stands in the appointment. */
const shortened = (words: string) => (words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words);

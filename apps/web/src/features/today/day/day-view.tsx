import type { Appointment } from '@health-connect/contract/appointments';
import type { DoctorSchedule } from '@health-connect/contract/availability';
import type { Dashboard } from '@health-connect/contract/doctors';
import { useAccount } from '../../../lib/session.js';
import type { AppointmentTab } from '../appointment/appointment-sheet.js';
import { WeekSection } from '../figures/week-section.js';
import { readDay } from '../read-day.js';
import { Requests } from '../requests/requests.js';
import { hoursOn } from '../timeline/timeline-layout.js';
import { Timeline } from '../timeline/timeline.js';
import { NoHoursYet, NoAppointmentsYet } from './first-day.js';
import { NobodyNext } from './nobody-next.js';
import { NowPanel } from './now-panel.js';
import { Unfinished } from './unfinished.js';
import type { Waiting } from './use-waiting.js';

interface DayViewProps {
  date: string;
  today: string;
  now: number;
  zone: string;
  /** Of the date that is shown. */
  appointments: readonly Appointment[];
  ofToday: readonly Appointment[];
  requests: readonly Appointment[];
  /** Undefined where it could not be loaded; so the dashboard. */
  schedule: DoctorSchedule | undefined;
  dashboard: Dashboard | undefined;
  waiting: Waiting;
  onOpen: (id: string, tab?: AppointmentTab) => void;
}

/** Now and requests on the left, the day to scale on the right; on a phone one below the other. */
export function DayView(props: DayViewProps) {
  const { date, today, now, zone, appointments, ofToday, requests, schedule, dashboard, waiting, onOpen } = props;
  const { _id: doctorId } = useAccount();
  const { current, next, unfinished } = readDay(ofToday, now);
  const hasHours = schedule?.schedule.some(({ slots }) => slots.length > 0) || Boolean(schedule?.overrides.length);
  const isNew = ofToday.length + requests.length === 0 && dashboard?.weekCount === 0 && dashboard.lastWeekCount === 0;

  const panel = () => {
    if (current) {
      return (
        <NowPanel
          appointment={current}
          next={next}
          now={now}
          zone={zone}
          waiting={waiting}
          onRecord={() => onOpen(current._id, 'record')}
        />
      );
    }
    if (schedule && !hasHours) return <NoHoursYet />;
    if (isNew) return <NoAppointmentsYet doctorId={doctorId} />;
    return (
      <NobodyNext today={today} now={now} zone={zone} isOver={ofToday.some(({ status }) => status === 'completed')} />
    );
  };

  return (
    <div className="grid items-start gap-x-10 gap-y-8 min-[66rem]:grid-cols-[minmax(0,1fr)_minmax(0,23rem)] min-[66rem]:grid-rows-[auto_auto_auto_1fr]">
      {panel()}
      {requests.length > 0 && <Requests requests={requests} now={now} zone={zone} onOpen={onOpen} />}
      <Unfinished appointments={unfinished} zone={zone} onOpen={onOpen} />
      {(hasHours || appointments.length > 0) && (
        <div className="min-[66rem]:col-start-2 min-[66rem]:row-span-4 min-[66rem]:row-start-1">
          <Timeline
            appointments={appointments}
            hours={hoursOn(schedule, date)}
            zone={zone}
            date={date}
            now={date === today ? now : null}
            onOpen={onOpen}
          />
        </div>
      )}
      {dashboard && !isNew && <WeekSection dashboard={dashboard} today={today} />}
    </div>
  );
}

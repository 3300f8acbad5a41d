import { localDateOf } from '@health-connect/scheduling/local-time';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ErrorState } from '../../components/error-state.js';
import { Page } from '../../components/page.js';
import { paths } from '../../lib/paths.js';
import { useAccount } from '../../lib/session.js';
import { addDays, formatClock } from '../../lib/time.js';
import { useKeys } from '../../lib/use-keys.js';
import { useNow } from '../../lib/use-now.js';
import { mondayOf } from '../../lib/week.js';
import { datesQuery, requestsQuery } from '../../resources/appointments/queries.js';
import { dashboardQuery } from '../../resources/doctors/queries.js';
import { ownScheduleQuery } from '../../resources/schedule/queries.js';
import { AppointmentSheet, type AppointmentTab } from './appointment/appointment-sheet.js';
import { DayView } from './day/day-view.js';
import { useWaiting } from './day/use-waiting.js';
import { countOf } from './labels.js';
import { countDay, hasPlace, readDay } from './read-day.js';
import { TodayHeader } from './today-header.js';
import { TodaySkeleton } from './today-skeleton.js';
import { useTodayPlace } from './use-today-place.js';
import { Verification } from './verification.js';
import { WeekView } from './week/week-view.js';

const NOTHING: [] = [];

/** On its first way here; what failed once is no longer waited for. */
const isComing = ({ isPending, failureCount }: UseQueryResult) => isPending && failureCount === 0;

/** The doctor's day: who is next, who asks, what is ahead. */
export function TodayPage() {
  const { timeZone: zone } = useAccount();
  const now = useNow();
  const today = localDateOf(now, zone);
  const place = useTodayPlace(today);
  const navigate = useNavigate();
  const [tab, setTab] = useState<AppointmentTab>('appointment');
  const waiting = useWaiting();

  const isWeek = place.view === 'week';
  const from = isWeek ? mondayOf(place.date) : place.date;
  const ofToday = useQuery(datesQuery(today, today));
  const shown = useQuery(datesQuery(from, isWeek ? addDays(from, 6) : from));
  const requests = useQuery(requestsQuery);
  const schedule = useQuery(ownScheduleQuery);
  const dashboard = useQuery(dashboardQuery);
  // Each of them decides where the others stand: a day that is shown in pieces jumps under the reader's finger.
  const isArriving = [shown, ofToday, requests, schedule, dashboard].some(isComing);
  const appointments = isArriving ? undefined : shown.data?.filter(hasPlace);
  const asked = requests.data?.filter(({ status }) => status === 'pending') ?? NOTHING;
  const { current } = readDay(ofToday.data ?? NOTHING, now);

  const open = (id: string, on: AppointmentTab = 'appointment') => {
    setTab(on);
    place.openAppointment(id);
  };
  useKeys({
    ...(current?.can.join && { j: () => void navigate(paths.consult(current._id)) }),
    ...(current?.mode === 'chat' && { j: () => void navigate(paths.conversation(current.patientId._id)) }),
  });

  const { held, done } = countDay(appointments ?? NOTHING);
  const summary = [
    held > 0 ? `${done} of ${countOf(held, 'visit')} done` : 'No visits',
    ...(waiting.size > 0 ? [`${waiting.size} waiting`] : []),
    countOf(asked.length, 'request'),
  ].join(', ');
  const clock = formatClock(now, zone);
  const error = shown.error ?? requests.error ?? ofToday.error;
  const retry = () => void Promise.all([shown.refetch(), requests.refetch(), ofToday.refetch()]);
  const known = [...(appointments ?? NOTHING), ...asked].find(({ _id }) => _id === place.appointmentId);

  return (
    <Page title="Today">
      <TodayHeader
        place={place}
        today={today}
        detail={
          <>
            <time dateTime={new Date(now).toISOString()}>{clock.time}</time> in {clock.city}.
            {appointments && ` ${summary}.`}
          </>
        }
      />
      <Verification />
      {!appointments && error && (
        <ErrorState title="Your day did not load" error={error} onRetry={retry} retrying={shown.isFetching} />
      )}
      {!appointments && !error && <TodaySkeleton />}
      {appointments && isWeek && (
        <WeekView
          appointments={appointments}
          date={place.date}
          today={today}
          zone={zone}
          onDay={place.showDay}
          onOpen={open}
        />
      )}
      {appointments && !isWeek && (
        <DayView
          date={place.date}
          today={today}
          now={now}
          zone={zone}
          appointments={appointments}
          ofToday={ofToday.data ?? NOTHING}
          requests={asked}
          schedule={schedule.data}
          dashboard={dashboard.data}
          waiting={waiting}
          onOpen={open}
        />
      )}
      {place.appointmentId !== null && (
        <AppointmentSheet
          key={place.appointmentId}
          id={place.appointmentId}
          known={known}
          tab={tab}
          onTab={setTab}
          zone={zone}
          onClose={place.closeAppointment}
        />
      )}
    </Page>
  );
}

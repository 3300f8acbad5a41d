import type { Appointment } from '@health-connect/contract/appointments';
import { localDateOf } from '@health-connect/scheduling/local-time';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
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
import { formatNumber, rowOf } from '../../lib/write.js';
import { datesQuery, requestsQuery } from '../../resources/appointments/queries.js';
import { dashboardQuery } from '../../resources/doctors/queries.js';
import { ownScheduleQuery } from '../../resources/schedule/queries.js';
import { AppointmentSheet, type AppointmentTab } from './appointment/appointment-sheet.js';
import { DayView } from './day/day-view.js';
import { useWaiting } from './day/use-waiting.js';
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

  const summary = appointments && summaryOf(appointments, waiting.size, asked.length);
  const { time, city } = formatClock(now, zone);
  const moment = new Date(now).toISOString();
  const error = shown.error ?? requests.error ?? ofToday.error;
  const retry = () => void Promise.all([shown.refetch(), requests.refetch(), ofToday.refetch()]);
  const known = [...(appointments ?? NOTHING), ...asked].find(({ _id }) => _id === place.appointmentId);

  return (
    <Page title={t`Today`}>
      <TodayHeader
        place={place}
        today={today}
        detail={
          summary ? (
            <Trans>
              <time dateTime={moment}>{time}</time> in {city}. {summary}.
            </Trans>
          ) : (
            <Trans>
              <time dateTime={moment}>{time}</time> in {city}.
            </Trans>
          )
        }
      />
      <Verification />
      {!appointments && error && (
        <ErrorState title={t`Your day did not load`} error={error} onRetry={retry} retrying={shown.isFetching} />
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

/** `4 of 10 visits done, 1 waiting, 2 requests`. */
function summaryOf(appointments: readonly Appointment[], waiting: number, requests: number): string {
  const { held, done: ended } = countDay(appointments);
  const done = formatNumber(ended);
  return rowOf([
    plural(held, { 0: 'No visits', one: `${done} of # visit done`, other: `${done} of # visits done` }),
    ...(waiting > 0 ? [plural(waiting, { one: '# waiting', other: '# waiting' })] : []),
    plural(requests, { 0: 'no requests', one: '# request', other: '# requests' }),
  ]);
}

import { localDateOf } from '@health-connect/scheduling/local-time';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ErrorState } from '../../components/error-state.js';
import { Page } from '../../components/page.js';
import { ownScheduleQuery } from '../../lib/own-schedule.js';
import { paths } from '../../lib/paths.js';
import { addDays, formatClock } from '../../lib/time.js';
import { useAccount } from '../../lib/session.js';
import { useNow } from '../../lib/use-now.js';
import { useKeys } from '../../lib/use-keys.js';
import { mondayOf } from '../../lib/week.js';
import { dashboardQuery, requestsQuery, visitsQuery } from './api.js';
import { DayHeader } from './day-header.js';
import { DaySkeleton } from './day-skeleton.js';
import { DayView } from './day-view.js';
import { countDay, hasPlace, readDay } from './read-day.js';
import { useDayPlace } from './use-day-place.js';
import { useLiveVisits } from './use-live-visits.js';
import { useWaiting } from './use-waiting.js';
import { Verification } from './verification.js';
import { VisitSheet, type VisitTab } from './visit-sheet.js';
import { WeekView } from './week-view.js';
import { countOf } from './words.js';

const NOTHING: [] = [];

/** On its first way here; what failed once is no longer waited for. */
const isComing = ({ isPending, failureCount }: UseQueryResult) => isPending && failureCount === 0;

/** The doctor's day: who is next, who asks, what is ahead. */
export function DayPage() {
  const { timeZone: zone } = useAccount();
  const now = useNow();
  const today = localDateOf(now, zone);
  const place = useDayPlace(today);
  const navigate = useNavigate();
  const [tab, setTab] = useState<VisitTab>('visit');
  useLiveVisits();
  const waiting = useWaiting();

  const isWeek = place.view === 'week';
  const from = isWeek ? mondayOf(place.date) : place.date;
  const ofToday = useQuery(visitsQuery(today, today));
  const shown = useQuery(visitsQuery(from, isWeek ? addDays(from, 6) : from));
  const requests = useQuery(requestsQuery);
  const schedule = useQuery(ownScheduleQuery);
  const dashboard = useQuery(dashboardQuery);
  // Each of them decides where the others stand: a day that is shown in pieces jumps under the reader's finger.
  const isArriving = [shown, ofToday, requests, schedule, dashboard].some(isComing);
  const visits = isArriving ? undefined : shown.data?.filter(hasPlace);
  const asked = requests.data?.filter(({ status }) => status === 'pending') ?? NOTHING;
  const { current } = readDay(ofToday.data ?? NOTHING, now);

  const open = (id: string, on: VisitTab = 'visit') => {
    setTab(on);
    place.openVisit(id);
  };
  useKeys({
    ...(current?.can.join && { j: () => void navigate(paths.consult(current._id)) }),
    ...(current?.mode === 'chat' && { j: () => void navigate(paths.conversation(current.patientId._id)) }),
  });

  const { held, done } = countDay(visits ?? NOTHING);
  const summary = [
    held > 0 ? `${done} of ${countOf(held, 'visit')} done` : 'No visits',
    ...(waiting.size > 0 ? [`${waiting.size} waiting`] : []),
    countOf(asked.length, 'request'),
  ].join(', ');
  const clock = formatClock(now, zone);
  const error = shown.error ?? requests.error ?? ofToday.error;
  const retry = () => void Promise.all([shown.refetch(), requests.refetch(), ofToday.refetch()]);
  const known = [...(visits ?? NOTHING), ...asked].find(({ _id }) => _id === place.visitId);

  return (
    <Page title="Today">
      <DayHeader
        place={place}
        today={today}
        detail={
          <>
            <time dateTime={new Date(now).toISOString()}>{clock.time}</time> in {clock.city}.{visits && ` ${summary}.`}
          </>
        }
      />
      <Verification />
      {!visits && error && (
        <ErrorState title="Your day did not load" error={error} onRetry={retry} retrying={shown.isFetching} />
      )}
      {!visits && !error && <DaySkeleton />}
      {visits && isWeek && (
        <WeekView visits={visits} date={place.date} today={today} zone={zone} onDay={place.showDay} onOpen={open} />
      )}
      {visits && !isWeek && (
        <DayView
          date={place.date}
          today={today}
          now={now}
          zone={zone}
          visits={visits}
          ofToday={ofToday.data ?? NOTHING}
          requests={asked}
          schedule={schedule.data}
          dashboard={dashboard.data}
          waiting={waiting}
          onOpen={open}
        />
      )}
      {place.visitId !== null && (
        <VisitSheet
          key={place.visitId}
          id={place.visitId}
          known={known}
          tab={tab}
          onTab={setTab}
          zone={zone}
          onClose={place.closeVisit}
        />
      )}
    </Page>
  );
}

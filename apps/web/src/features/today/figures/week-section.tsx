import type { Dashboard } from '@health-connect/contract/doctors';
import { t } from '@lingui/core/macro';
import type { ReactNode } from 'react';
import { BarChart } from '../../../components/bar-chart.js';
import { Rating } from '../../../components/rating.js';
import { percent, weekBars, weekDetail, weekTitle } from './week-figures.js';

/** The week as a chart, and three figures over a longer time. */
export function WeekSection({ dashboard, today }: { dashboard: Dashboard; today: string }) {
  const { completionRate, noShowRate, rating, reviewCount } = dashboard;
  const nothing = <span className="font-normal text-muted">{t`No visits yet`}</span>;
  return (
    <section aria-label={t`Figures`}>
      {dashboard.weekCount > 0 ? (
        <BarChart
          title={weekTitle(dashboard)}
          detail={weekDetail(dashboard)}
          bars={weekBars(dashboard, today)}
          columns={[t`Day`, t`Visits`, t({ message: 'Done', context: 'how many visits' })]}
        />
      ) : (
        <>
          <h2>{weekTitle(dashboard)}</h2>
          <p className="mt-1 text-sm text-muted">{weekDetail(dashboard)}</p>
        </>
      )}
      <dl className="mt-8 grid max-w-[34rem] grid-cols-3 gap-4 tabular-nums max-[30rem]:grid-cols-1">
        <Figure label={t`Completed, 90 days`}>{percent(completionRate) ?? nothing}</Figure>
        <Figure label={t`Missed, 90 days`}>{percent(noShowRate) ?? nothing}</Figure>
        <Figure label={t`Rating`}>
          {reviewCount > 0 ? (
            <Rating value={rating} count={reviewCount} />
          ) : (
            <span className="font-normal text-muted">{t`No reviews yet`}</span>
          )}
        </Figure>
      </dl>
    </section>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid content-start">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}

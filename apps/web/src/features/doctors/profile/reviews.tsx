import type { DoctorProfile } from '@health-connect/contract/doctors';
import { t } from '@lingui/core/macro';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '../../../components/button.js';
import { ErrorState } from '../../../components/error-state.js';
import { Rating } from '../../../components/rating.js';
import { Rows } from '../../../components/rows.js';
import { Loading, Skeleton } from '../../../components/skeleton.js';
import { formatDay, ownZone } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { formatNumber } from '../../../lib/write.js';
import { reviewsQuery } from '../../../resources/reviews/queries.js';

/** What patients say: the newest first, the rest on request. */
export function Reviews({ doctor }: { doctor: DoctorProfile }) {
  const now = useNow();
  const total = formatNumber(doctor.reviewCount);
  const list = useInfiniteQuery(reviewsQuery(doctor._id));
  const reviews = list.data?.pages.flatMap(({ items }) => items);

  return (
    <section id="reviews" aria-labelledby="reviews-title">
      <h2 id="reviews-title" className="mb-2 text-md">
        {t`What patients say`}
      </h2>
      {list.isPending && (
        <Loading label={t`Loading reviews`} className="grid grid-cols-1 gap-3">
          <Skeleton width="12rem" />
          <Skeleton width="30rem" />
        </Loading>
      )}
      {list.isError && !reviews && (
        <ErrorState title={t`The reviews did not load`} error={list.error} onRetry={() => void list.refetch()} />
      )}
      {reviews?.length === 0 && (
        <p className="text-sm text-muted">{t`No reviews yet. Patients write them after a visit.`}</p>
      )}
      <Rows>
        {reviews?.map(({ _id, author, rating, comment, createdAt }) => (
          <li key={_id} className="py-3">
            <p className="flex flex-wrap items-center gap-x-3 text-sm">
              <bdi className="font-semibold">{author}</bdi>
              <Rating value={rating} />
              <time dateTime={createdAt} className="text-muted">
                {formatDay(createdAt, ownZone(), now)}
              </time>
            </p>
            <p dir="auto" className="mt-0.5 max-w-read text-sm leading-relaxed wrap-anywhere">
              {comment}
            </p>
          </li>
        ))}
      </Rows>
      {list.hasNextPage && (
        <Button
          variant="quiet"
          className="-ms-3"
          busy={list.isFetchingNextPage}
          busyLabel={t`Loading more`}
          onClick={() => void list.fetchNextPage()}
        >
          {t`Read more of ${total}`}
        </Button>
      )}
    </section>
  );
}

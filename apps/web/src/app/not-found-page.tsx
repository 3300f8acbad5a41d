import { t } from '@lingui/core/macro';
import { SearchX } from 'lucide-react';
import { ButtonLink } from '../components/button-link.js';
import { EmptyState } from '../components/empty-state.js';
import { Page } from '../components/page.js';
import { paths } from '../lib/paths.js';

export function NotFoundPage() {
  return (
    <Page title={t`Not found`}>
      <h1 className="sr-only">{t`Not found`}</h1>
      <EmptyState
        icon={SearchX}
        title={t`There is nothing here`}
        action={
          <ButtonLink to={paths.home} variant="primary">
            {t`Go home`}
          </ButtonLink>
        }
      >
        {t`The address may be mistyped, or what stood here is not yours to see.`}
      </EmptyState>
    </Page>
  );
}

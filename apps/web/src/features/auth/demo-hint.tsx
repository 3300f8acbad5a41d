import type { Health } from '@health-connect/contract/health';
import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { Notice } from '../../components/notice.js';
import { http } from '../../lib/http.js';

/** Where demo people were made, says so; without the answer of the server there is nothing to say. */
export function DemoHint() {
  const { data } = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => http.get<Health>('/health', { signal }),
    staleTime: Infinity,
    retry: false,
  });
  if (!data?.demo) return null;
  return (
    <Notice icon={Users} title="Demo people live here" className="mt-6">
      <p className="text-muted">
        Sign in as one of them: the e-mail addresses and the password stand where the server was started.
      </p>
    </Notice>
  );
}

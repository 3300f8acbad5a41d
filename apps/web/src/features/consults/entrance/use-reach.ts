import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { iceServersQuery } from '../../../resources/rtc/queries.js';
import { checkNetwork, type NetworkReach } from '../../../media/network-check.js';

export type Reach = NetworkReach | 'checking';

/** Whether others can be reached from this network. */
export function useReach(): Reach {
  const { data: iceServers, isError } = useQuery(iceServersQuery);
  const [reach, setReach] = useState<Reach>('checking');

  useEffect(() => {
    if (!iceServers) return;
    let gone = false;
    void checkNetwork(iceServers).then((found) => {
      if (!gone) setReach(found);
    });
    return () => {
      gone = true;
    };
  }, [iceServers]);

  return isError ? 'none' : reach;
}

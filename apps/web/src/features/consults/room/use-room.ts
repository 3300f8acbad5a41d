import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { fetchIceServers, iceServersQuery } from '../../../resources/rtc/queries.js';
import { useLiveLink } from '../../../lib/live-link.js';
import type { LocalMedia } from '../../../media/local-media.js';
import { type ConsultRoom, joinConsult } from './consult-room.js';
import { keepSeat } from './kept-seat.js';

type Joining = { status: 'out' } | { status: 'working' } | { status: 'failed'; error: unknown };

/** The room of a consult, entered by `join` and left with the page. What the person sends follows `media`. */
export function useRoom(appointmentId: string, media: LocalMedia | null) {
  const link = useLiveLink();
  const client = useQueryClient();
  const [room, setRoom] = useState<ConsultRoom | null>(null);
  const [joining, setJoining] = useState<Joining>({ status: 'out' });
  const isHere = useRef(false);

  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  useEffect(() => {
    if (!room) return;
    keepSeat(appointmentId);
    return () => {
      keepSeat(null);
      room.leave();
    };
  }, [room, appointmentId]);

  useEffect(() => {
    if (!room || !media) return;
    room.publish(media.get().tracks);
    return media.subscribe(({ tracks }) => room.publish(tracks));
  }, [room, media]);

  async function join() {
    if (!link || joining.status === 'working') return;
    setJoining({ status: 'working' });
    try {
      const iceServers = await client.fetchQuery(iceServersQuery);
      if (isHere.current) setRoom(joinConsult({ appointmentId, link, iceServers, fetchIceServers }));
    } catch (error) {
      setJoining({ status: 'failed', error });
    }
  }

  return { room, joining, join, isReady: link !== null };
}

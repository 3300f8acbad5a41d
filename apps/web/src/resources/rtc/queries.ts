import { readIceServers } from '@health-connect/contract/rtc';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../lib/call.js';

/** How browsers find a way to each other; asked for anew each time, because credentials for relays are short-lived. */
export const fetchIceServers = async (): Promise<RTCIceServer[]> => (await call(readIceServers)).iceServers;

export const iceServersQuery = queryOptions({ queryKey: ['ice-servers'], queryFn: fetchIceServers, gcTime: 0 });

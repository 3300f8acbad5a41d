import { readIceServers } from '@health-connect/contract/rtc';
import { serve, type Served } from '../../http/serve.js';
import { iceServersFor } from './service.js';

export const rtcRoutes: Served[] = [serve(readIceServers, async ({ user }) => iceServersFor(user.id))];

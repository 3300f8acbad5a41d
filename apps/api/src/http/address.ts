import type { IncomingMessage } from 'node:http';
import ipaddr from 'ipaddr.js';
import { env } from '../env.js';

/** An IPv6 subscriber has at least a /64 to choose addresses from: all of it is one. */
const IPV6_PARTS = 4;

/** Names the place a request or socket comes from, behind as many proxies as TRUST_PROXY says. */
export function addressOf(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const hops = [request.socket.remoteAddress ?? '', ...forwarded.map((hop) => hop.trim()).reverse()].filter(Boolean);
  return placeOf(hops[Math.min(env.trustProxy, hops.length - 1)] ?? '');
}

/** IPv4 as it is, also where it comes as IPv6; of IPv6 the network. */
export function placeOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (!('parts' in parsed)) return parsed.toString();
  const network = parsed.parts.slice(0, IPV6_PARTS).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}

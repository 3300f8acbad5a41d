import { ApiError } from '../../../../lib/api-error.js';
import { FakeLink } from '../../../../../test/fake-link.js';

interface Device {
  userId: string;
  deviceId: string;
  link: FakeLink;
}

interface Call {
  callId: string;
  caller: Device;
  calleeId: string;
  callee: Device | null;
  offer: unknown;
  state: 'ringing' | 'accepted' | 'ended';
}

type Payload = Record<string, unknown>;

/** The server's part in calls, as far as their rules go: one live call a person, the first device wins. */
export class FakeExchange {
  calls: Call[] = [];
  #devices: Device[] = [];

  connect(userId: string, deviceId: string): FakeLink {
    const device = { userId, deviceId, link: new FakeLink() };
    device.link.answer = (event, payload) => this.#handle(device, event, payload);
    this.#devices.push(device);
    return device.link;
  }

  /** Nobody answered in time. */
  timeOut() {
    const call = this.calls.at(-1)!;
    call.state = 'ended';
    call.caller.link.say('call-rejected', { callId: call.callId, reason: 'no_answer' });
    this.#toAll(call.calleeId, 'call-end', { callId: call.callId, reason: 'missed' });
  }

  #handle(from: Device, event: string, payload: Payload): unknown {
    if (event === 'call-user') return this.#ring(from, payload);
    const call = this.calls.find(({ callId }) => callId === payload.callId)!;
    switch (event) {
      case 'answer-call':
        return this.#answer(from, call, payload);
      case 'call-rejected':
        return this.#reject(from, call, payload);
      case 'call-end':
        return this.#end(from, call);
      case 'call-signal':
        return this.#other(from, call)?.link.say('call-signal', payload);
      case 'ice-candidate':
        return this.#other(from, call)?.link.say('ice-candidate', { ...payload, from: from.userId });
    }
    return null;
  }

  #ring(from: Device, { to, offer }: Payload) {
    const live = this.calls.filter(({ state }) => state !== 'ended');
    const theirs = live.find(
      (call) => call.state === 'ringing' && call.caller.userId === to && call.calleeId === from.userId,
    );
    if (theirs) {
      this.#accept(from, theirs);
      return { callId: theirs.callId, state: 'accepted', offer: theirs.offer };
    }
    if (live.some((call) => [call.caller.userId, call.calleeId].includes(to as string))) throw refused('busy');
    const callee = this.#devices.filter(({ userId }) => userId === to);
    if (callee.length === 0) throw refused('unreachable');
    const call: Call = {
      callId: `call ${this.calls.length + 1}`,
      caller: from,
      calleeId: to as string,
      callee: null,
      offer,
      state: 'ringing',
    };
    this.calls.push(call);
    const ring = {
      callId: call.callId,
      from: from.userId,
      fromName: from.userId,
      fromAvatar: '',
      offer,
      ringsUntil: '',
    };
    this.#toAll(call.calleeId, 'call-made', ring);
    return { callId: call.callId, state: 'ringing' };
  }

  #accept(device: Device, call: Call) {
    call.state = 'accepted';
    call.callee = device;
    for (const other of this.#devices) {
      if (other.userId === device.userId && other !== device) other.link.say('call-taken', { callId: call.callId });
    }
  }

  #answer(from: Device, call: Call, { answer }: Payload) {
    if (call.state === 'ringing') this.#accept(from, call);
    if (call.state === 'ended' || call.callee !== from) throw refused('call_over');
    call.caller.link.say('call-answered', { callId: call.callId, answer });
    return null;
  }

  #reject(from: Device, call: Call, { reason }: Payload) {
    if (call.state !== 'ringing') throw refused('call_over');
    call.state = 'ended';
    call.caller.link.say('call-rejected', { callId: call.callId, reason });
    for (const device of this.#devices) {
      if (device.userId === call.calleeId && device !== from) device.link.say('call-taken', { callId: call.callId });
    }
    return null;
  }

  #end(from: Device, call: Call) {
    if (call.state === 'ended') return null;
    const wasRinging = call.state === 'ringing';
    call.state = 'ended';
    const end = { callId: call.callId, reason: wasRinging ? 'cancelled' : 'completed' };
    if (wasRinging) this.#toAll(call.calleeId, 'call-end', end);
    else for (const device of [call.caller, call.callee!]) device.link.say('call-end', end);
    if (wasRinging) from.link.say('call-end', end);
    return null;
  }

  #other = (from: Device, { caller, callee }: Call) => (caller === from ? callee : caller);

  #toAll(userId: string, event: string, payload: unknown) {
    for (const device of this.#devices) if (device.userId === userId) device.link.say(event, payload);
  }
}

const refused = (code: 'busy' | 'unreachable' | 'call_over') => new ApiError({ code });

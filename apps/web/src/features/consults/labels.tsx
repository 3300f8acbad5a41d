import type { RoomClosedReason } from '@health-connect/contract/consults';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Entrance } from './entrance/entrance.js';
import type { ConsultRole } from './participants.js';

export interface Words {
  title: string;
  text: ReactNode;
}

/** Why a visit cannot be joined, and what to do then. */
export function entranceLabels(at: Exclude<Entrance['at'], 'open'>, role: ConsultRole, other: string): Words {
  const isDoctor = role === 'doctor';
  const name = <bdi>{other}</bdi>;
  switch (at) {
    case 'early':
      return {
        title: t`This visit is not open yet`,
        text: t`The door opens 15 minutes before the start. You can leave this page open; it lets you in by itself.`,
      };
    case 'over':
      return {
        title: t`The time of this visit is over`,
        text: isDoctor ? (
          t`You can still complete it in your day.`
        ) : (
          <Trans>If you missed {name}, write a message or book another time.</Trans>
        ),
      };
    case 'not_confirmed':
      return {
        title: t`This visit is not confirmed yet`,
        text: isDoctor ? (
          t`Confirm it in your day, then you can join.`
        ) : (
          <Trans>{name} has not answered yet. We tell you as soon as that happens.</Trans>
        ),
      };
    case 'proposed':
      return {
        title: t`Another time was proposed`,
        text: isDoctor ? (
          <Trans>{name} has not answered your proposal yet.</Trans>
        ) : (
          t`Answer it first, then the visit can go on.`
        ),
      };
    case 'cancelled':
      return { title: t`This visit was cancelled`, text: t`It does not take place. Nothing was recorded.` };
    case 'completed':
      return {
        title: t`This visit is completed`,
        text: isDoctor ? t`Your notes stay with it.` : t`What the doctor wrote for you stands in your appointments.`,
      };
    case 'missed':
      return { title: t`This visit was missed`, text: t`It was marked as missed. You can write a message.` };
    case 'chat':
      return { title: t`This is a visit by chat`, text: <Trans>You write with {name} in your messages.</Trans> };
  }
}

/** Why a visit that was going on has ended here. */
export function closedLabels(reason: RoomClosedReason | 'left', role: ConsultRole, other: string): Words {
  const isDoctor = role === 'doctor';
  const name = <bdi>{other}</bdi>;
  switch (reason) {
    case 'left':
      return {
        title: t`You left the visit`,
        text: isDoctor ? (
          <Trans>{name} waits until you return.</Trans>
        ) : (
          t`The door stays open until the visit is completed.`
        ),
      };
    case 'ended':
      return isDoctor
        ? { title: t`You ended the visit for everyone`, text: t`It is not completed yet; you can open it again.` }
        : { title: t`The doctor ended the visit`, text: t`If that was too early, you can wait at the door again.` };
    case 'completed':
      return {
        title: t`The visit is completed`,
        text: isDoctor
          ? t`Your notes are saved with it.`
          : t`Thank you. What the doctor wrote for you stands in your appointments.`,
      };
    case 'cancelled':
      return { title: t`This visit was cancelled`, text: t`Your camera and microphone are off.` };
    case 'removed':
      return { title: t`The doctor sent you out`, text: t`You can ask to come in again, or write a message.` };
    case 'taken_over':
      return {
        title: t`The visit goes on in another window`,
        text: t`You joined it on another tab or device. Camera and microphone are off here.`,
      };
    case 'window_closed':
      return {
        title: t`The visit is closed`,
        text: t`Its time was changed or is over. Your camera and microphone are off.`,
      };
  }
}

/** How long somebody has waited: `Just came`, `Waits for 4 min`. */
export function waitingFor(since: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(since)) / 60_000);
  return minutes < 1 ? t`Just came` : plural(minutes, { other: 'Waits for # min' });
}

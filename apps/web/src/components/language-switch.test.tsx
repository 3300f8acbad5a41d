import { screen } from '@testing-library/react';
import { FormProvider, useForm } from 'react-hook-form';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeApi, nobodyIsSignedIn } from '../../test/fake-api.js';
import { fakeDevices } from '../../test/fake-devices.js';
import { renderApp } from '../../test/render-app.js';
import { buildSlots } from '../../test/slots.js';
import { englishLeft, switchLanguage } from '../../test/switch-language.js';
import { roleLabel } from '../lib/role-labels.js';
import { clocksFor } from '../lib/time.js';
import { type LocalMedia, openLocalMedia } from '../media/local-media.js';
import type { PeerState } from '../media/recovery.js';
import { STATUS_LABELS } from '../resources/appointments/status-labels.js';
import { Clocks } from './clocks.js';
import { DatePicker } from './date-picker.js';
import { Field } from './field.js';
import { LeaveGuard } from './leave-guard.js';
import { PracticeFields } from './practice-fields.js';
import { Rating } from './rating.js';
import { RecordFields } from './record-fields.js';
import { SaveBar } from './save-bar.js';
import { SavedMark } from './saved-mark.js';
import { SlotPicker } from './slot-picker/slot-picker.js';
import { MoreMenu } from './stage/more-menu.js';
import type { PersonOnStage } from './stage/person-on-stage.js';
import { Stage } from './stage/stage.js';
import { TimeZoneSelect } from './time-zone-select.js';
import { TryAgain } from './try-again.js';

const NOW = Date.parse('2026-11-24T18:00:00Z');
const nothing = () => undefined;
const NAMES = ['Ana Silva', 'Ana', 'MBChB', 'Auckland', 'Los Angeles'];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  fakeApi(nobodyIsSignedIn);
});
afterEach(() => void vi.useRealTimers());

function Form() {
  const form = useForm({ defaultValues: { specialization: 'Dermatology', qualification: 'MBChB', experience: '3' } });
  return (
    <FormProvider {...form}>
      <PracticeFields />
    </FormProvider>
  );
}

/** Pages alike have these; places without words of their own are left out. */
const Pieces = () => (
  <>
    <Form />
    <Field label="" optional>
      <DatePicker value="" onChange={nothing} />
    </Field>
    <LeaveGuard unsaved={false} description="" />
    <TryAgain away="asks" onRetry={nothing} />
    <Rating value={4.8} count={12} />
    <SaveBar detail="" saveLabel="" saving onUndo={nothing} />
    <SavedMark save={{ status: 'saved', at: NOW }} isUndecided={false} idle="" onRetry={nothing} />
    <SavedMark save={{ status: 'saving' }} isUndecided={false} idle="" onRetry={nothing} />
    <Clocks {...clocksFor('2026-11-24T20:00:00Z', 'Pacific/Auckland', 'doctor')} />
    <p>{Object.values(STATUS_LABELS).flatMap((places) => Object.values(places).map(({ label }) => `${label} `))}</p>
    <p>{roleLabel({ role: 'patient' })}</p>
    <RecordFields
      draft={{ notes: '', summary: '' }}
      theirs={{ notes: '' }}
      isClosed
      notes=" "
      patientName="Ana Silva"
      restoredAt={NOW - 26 * 60 * 60_000}
      onChange={nothing}
      onSettle={nothing}
      onDiscard={nothing}
    />
    <SlotPicker
      times={{
        week: 0,
        lastWeek: 8,
        show: nothing,
        firstDate: '2026-11-24',
        next: null,
        slots: buildSlots('2026-11-24T20:00:00Z', 9),
        isComing: false,
        error: null,
        retry: nothing,
        isRetrying: false,
      }}
      doctorZone="Pacific/Auckland"
      value={null}
      onChange={nothing}
    />
  </>
);

test('pieces of pages follow the language: forms, times, drafts, records, status words', async () => {
  renderApp(<Pieces />);
  await screen.findByRole('button', { name: /^4 more on Tue 24 Nov$/ });
  switchLanguage();
  expect(englishLeft(...NAMES)).toEqual([]);
});

test('so does a calendar that is open, from its months to what it says of each day', async () => {
  const { user } = renderApp(
    <Field label="">
      <DatePicker value="2026-11-24" onChange={nothing} farAway max="2026-12-31" />
    </Field>,
  );
  await user.click(screen.getByRole('button'));
  await screen.findByRole('button', { name: /^Today, Tuesday, November 24th, 2026, selected$/ });
  switchLanguage();
  expect(englishLeft(...NAMES)).toEqual([]);
});

test('so do zones to choose from; their cities are names', () => {
  renderApp(<TimeZoneSelect deviceFirst value="" onChange={nothing} />);
  const areas = () => [...document.querySelectorAll('optgroup')].map(({ label }) => label);
  expect(areas()).toContain('Europe');
  switchLanguage();
  expect(areas().filter((area) => /[a-z]/.test(area))).toEqual([]);
});

async function showStage(state: PeerState, media: LocalMedia) {
  const person: PersonOnStage = {
    id: 'ana',
    name: 'Ana Silva',
    role: '',
    avatar: '',
    state,
    stream: new MediaStream(),
    screen: new MediaStream(),
    on: { microphone: false, camera: false, screen: true },
    statistics: null,
    retry: nothing,
  };
  return renderApp(
    <Stage
      title="Ana Silva"
      people={[person]}
      media={media}
      since={NOW}
      controls={<MoreMenu media={media} onQuality={nothing} />}
    />,
  );
}

test('so does a visit that goes on, with the trouble it has and its devices', async () => {
  fakeDevices().faults = { audio: 'NotAllowedError', video: 'NotFoundError' };
  const media = await openLocalMedia();
  const { user } = await showStage({ status: 'reconnecting', attempt: 1 }, media);
  await screen.findByText(/^Your browser blocks the microphone/);
  await user.click(screen.getByRole('button', { name: 'More' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Devices and quality' }));
  await screen.findByText('No microphone is open');
  switchLanguage();
  expect(englishLeft(...NAMES)).toEqual([]);
});

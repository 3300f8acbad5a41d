// Preloaded into a server: answers "loop" with the event-loop delay (ms, 99th percentile) since it was last asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on('message', (question) => {
  if (question !== 'loop') return;
  process.send?.({ p99: delay.percentile(99) / 1e6 });
  delay.reset();
});

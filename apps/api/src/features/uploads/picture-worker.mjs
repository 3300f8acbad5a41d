// Draws pictures in a process of its own: whoever sends one decides what happens in here, and it must stay in here.
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';

const MOST_MEMORY = 600 * 1024 * 1024;
const LOOK_MS = 50;

sharp.cache(false);
sharp.concurrency(1);

async function draw({ source, target, maxPixels, animated, box, quality }) {
  const { width, height, pages = 1, pageHeight } = await sharp(source, { limitInputPixels: false }).metadata();
  const frames = animated ? pages : 1;
  if (width * (pageHeight ?? height) * frames > maxPixels) return { refused: 'too_large' };
  const { data, info } = await sharp(source, {
    limitInputPixels: maxPixels,
    animated: frames > 1,
    failOn: 'error',
  })
    .autoOrient()
    .resize(box)
    .webp({ quality })
    .toBuffer({ resolveWithObject: true });
  await writeFile(target, data, { mode: 0o600 });
  return { width: info.width, height: info.pageHeight ?? info.height, bytes: data.length };
}

const failed = (error) => (error.syscall ? { failed: error.code } : { refused: 'unreadable' });

process.on('message', async (task) => {
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > MOST_MEMORY) process.send({ refused: 'too_large' }, () => process.exit(1));
  }, LOOK_MS);
  const result = await draw(task).catch(failed);
  clearInterval(watch);
  process.send(result);
});
process.on('disconnect', () => process.exit());

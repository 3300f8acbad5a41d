import sharp from 'sharp';
import { sessionUserOf } from '../session-user.js';
import { changeAvatar, storeImage } from '../../features/uploads/service.js';
import { AccountModel, type AccountRecord } from '../accounts.js';
import { drawPortrait, type Look } from './portrait.js';

/** Draws the photo of a demo person and stores it as their upload. */
export async function hangPortrait<T extends AccountRecord>(account: T, look: Look): Promise<T> {
  const picture = await sharp(Buffer.from(drawPortrait(look)))
    .png()
    .toBuffer();
  const owner = sessionUserOf(account);
  const upload = await storeImage(owner, 'avatar', picture);
  await changeAvatar(owner, upload._id.toString());
  const { avatar } = (await AccountModel.findById(account._id, { avatar: 1 }).lean())!;
  return { ...account, avatar };
}

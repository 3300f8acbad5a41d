import { Link, type LinkProps } from 'react-router-dom';
import { cx } from './cx.js';

/** A link inside words. */
export function TextLink({ className, ...rest }: LinkProps) {
  return <Link {...rest} className={cx('link', className)} />;
}

import { i18n } from '@lingui/core';
import type { TransProps } from '@lingui/react';
import { TransNoContext } from '@lingui/react/server';

const lingui = { i18n };

/** What the macro `<Trans>` becomes: the one language of the page needs no context, and its pieces no provider in tests. */
export const Trans = (props: TransProps) => <TransNoContext {...props} lingui={lingui} />;

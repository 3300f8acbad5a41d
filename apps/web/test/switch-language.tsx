import { PSEUDO_LANGUAGE, SOURCE_LANGUAGE } from '@health-connect/locales/languages';
import { i18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { act } from '@testing-library/react';
import { cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { useLanguage } from '../src/lib/language/language.js';

const SPOKEN = ['aria-label', 'aria-description', 'aria-valuetext', 'alt', 'placeholder', 'title'];

/** No letter of English is left. */
const translated = (text: string) => text.replace(/\p{L}/gu, 'é');

/**
 * Shows what is rendered in a language made up for tests: whatever a catalog could have reads otherwise than in English,
 * so that `englishLeft` finds what never asks a catalog, and what was kept from before.
 */
export function switchLanguage() {
  onTestFinished(() => show(SOURCE_LANGUAGE, compileMessageOrThrow));
  act(() => show(PSEUDO_LANGUAGE, (message) => compileMessageOrThrow(message, translated)));
}

function show(tag: string, compile: typeof compileMessageOrThrow) {
  i18n.setMessagesCompiler(compile);
  document.documentElement.lang = tag;
  i18n.loadAndActivate({ locale: tag, messages: {} });
}

/** What can be read or heard in English, anywhere on the page and in its title, beside names and what was typed. */
export function englishLeft(...names: readonly string[]): string[] {
  const seen = [document.title];
  const walk = (node: Node) => {
    // Groups of options hold the places of the world; in a face without a picture stand letters of a name.
    if (node instanceof HTMLElement && (node.hidden || node.matches('script, style, optgroup, .avatar'))) return;
    if (node instanceof Element) seen.push(...SPOKEN.map((name) => node.getAttribute(name) ?? ''));
    if (node.nodeType === Node.TEXT_NODE) seen.push(node.textContent ?? '');
    node.childNodes.forEach(walk);
  };
  walk(document.body);
  const unnamed = (text: string) => names.reduce((rest, name) => rest.replaceAll(name, ''), text).trim();
  return [...new Set(seen.map(unnamed))].filter((text) => /[a-z]{2}/i.test(text.replaceAll('Health-Connect', '')));
}

/** What `App` does from its root: everything is drawn anew, and keeps what it holds, when the language changes. */
export function InEveryLanguage({ children }: { children: ReactNode }) {
  useLanguage();
  return anew(children);
}

/** The same element in the eyes of React, and yet one that it draws again; so with those inside it. */
function anew<T>(value: T): T {
  if (!isValidElement(value)) return value;
  const element = value as ReactElement<Record<string, unknown>>;
  const { children, ...props } = element.props;
  const inside = Array.isArray(children) ? children.map(anew) : [anew(children)];
  const changed = Object.entries(props).map(([name, prop]) => [name, anew(prop)]);
  return cloneElement(element, Object.fromEntries(changed), ...(inside as ReactNode[])) as T;
}

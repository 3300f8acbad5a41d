/** What a drawn face looks like: the demo people's photos are made here, nobody real is shown. */
export interface Look {
  skin: string;
  hair: string;
  style: 'short' | 'cropped' | 'long' | 'bob' | 'bun' | 'curly';
  shirt: string;
  backdrop: string;
  beard?: boolean;
}

const BACK_HAIR: Record<Look['style'], string> = {
  short: '',
  cropped: '',
  long: '<path d="M118 190c0-92 58-132 138-132s138 40 138 132v190H118z"/>',
  bob: '<path d="M124 196c0-92 54-136 132-136s132 44 132 136v96c0 16-264 16-264 0z"/>',
  bun: '<circle cx="256" cy="52" r="44"/>',
  curly: [150, 190, 256, 322, 362]
    .map((x, i) => `<circle cx="${x}" cy="${[220, 120, 92, 120, 220][i]}" r="72"/>`)
    .join(''),
};

const FRINGE: Record<Look['style'], string> = {
  short:
    '<path d="M158 200c-6-84 40-122 98-122s104 38 98 122c-14-46-34-66-62-70-34 10-84 8-110-4-10 14-18 36-24 74z"/>',
  cropped: '<path d="M162 186c0-72 40-106 94-106s94 34 94 106c-12-38-32-56-94-56s-82 18-94 56z"/>',
  long: '<path d="M150 226c0-98 44-148 106-148s106 50 106 148c-20-62-46-92-106-104-30 32-74 56-106 104z"/>',
  bob: '<path d="M150 214c0-92 44-136 106-136s106 44 106 136c-30-16-60-62-70-84-40 40-100 60-142 84z"/>',
  bun: '<path d="M154 206c0-86 42-128 102-128s102 42 102 128c-16-50-44-76-102-80-58 4-86 30-102 80z"/>',
  curly: '<path d="M156 200c4-78 44-120 100-120s96 42 100 120c-24-34-54-54-100-54s-76 20-100 54z"/>',
};

/** A 512 by 512 head and shoulders as SVG. */
export function drawPortrait({ skin, hair, style, shirt, backdrop, beard = false }: Look): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512">
  <rect width="512" height="512" fill="${backdrop}"/>
  <rect x="330" y="60" width="120" height="180" rx="6" fill="#fff" opacity="0.07"/>
  <g fill="${hair}">${BACK_HAIR[style]}</g>
  <path d="M64 512c8-96 84-138 192-138s184 42 192 138z" fill="${shirt}"/>
  <path d="M208 320h96v66c0 56-96 56-96 0z" fill="${skin}"/>
  <path d="M208 330h96v40c-32 26-64 26-96 0z" fill="#000" opacity="0.12"/>
  <ellipse cx="256" cy="226" rx="98" ry="122" fill="${skin}"/>
  <ellipse cx="160" cy="236" rx="14" ry="24" fill="${skin}"/><ellipse cx="352" cy="236" rx="14" ry="24" fill="${skin}"/>
  ${beard ? `<path d="M160 246c2 80 44 108 96 108s94-28 96-108c-18 40-44 46-96 46s-78-6-96-46z" fill="${hair}" opacity="0.85"/>` : ''}
  <g fill="${hair}">${FRINGE[style]}</g>
  <g fill="#1b1412"><ellipse cx="218" cy="226" rx="9" ry="11"/><ellipse cx="294" cy="226" rx="9" ry="11"/></g>
  <g fill="none" stroke="${hair}" stroke-width="7" stroke-linecap="round"><path d="M200 200q18-12 36-2"/><path d="M276 198q18-10 36 2"/></g>
  <path d="M256 228v34q-2 8-14 8" fill="none" stroke="#000" stroke-opacity="0.22" stroke-width="6" stroke-linecap="round"/>
  <path d="M224 294q32 26 64 0" fill="none" stroke="#7c3a32" stroke-width="7" stroke-linecap="round"/>
</svg>`;
}

import { expect, test } from 'vitest';
import { countFilters, readFilters, toQuery, writeFilters } from './filters.js';

const read = (search: string) => readFilters(new URLSearchParams(search));

test('filters live in the address, and what is usual is left out of it', () => {
  const search = writeFilters(new URLSearchParams(), { q: 'skin', specialization: 'Dermatology', sort: 'soonest' });
  expect(search.toString()).toBe('q=skin&specialization=Dermatology');
  expect(read(search.toString())).toMatchObject({ q: 'skin', specialization: 'Dermatology', sort: 'soonest' });
  expect(writeFilters(search, { q: '' }).toString()).toBe('specialization=Dermatology');
});

test('an order that does not exist is the usual one', () => {
  expect(read('sort=cheapest').sort).toBe('soonest');
  expect(read('sort=rating').sort).toBe('rating');
});

test('a rating goes to the server as a number, and none is left out', () => {
  expect(toQuery(read('minRating=4.5')).minRating).toBe(4.5);
  expect(toQuery(read(''))).not.toHaveProperty('minRating');
});

test('the order narrows nothing', () => {
  expect(countFilters(read('sort=name&q=a&availableOn=2026-11-24'))).toBe(2);
});

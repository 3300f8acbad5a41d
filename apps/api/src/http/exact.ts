type Primitive = string | number | boolean | bigint | symbol | null | undefined;
/** The same type, in both directions and without comparing the two by their parts. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type IsAny<T> = 0 extends 1 & T ? true : false;

/** The members of A that are no member of W to the letter: another type, or a key more, at any depth and in lists too. */
type Misfit<A, W> = Same<A, W> extends true ? never : IsAny<A> extends true ? A : Each<A, W>;
type Each<A, W> = A extends unknown ? (true extends Fits<A, W> ? never : A) : never;
type Fits<A, W> = W extends unknown ? (A extends W ? (A extends Primitive ? true : HasNoMore<A, W>) : false) : never;
type HasNoMore<A, W> = A extends readonly (infer I)[]
  ? W extends readonly (infer J)[]
    ? IsNever<Misfit<I, J>>
    : false
  : Exclude<keyof A, keyof W> extends never
    ? IsNever<{ [K in keyof A]-?: IsNever<Misfit<A[K], W[K & keyof W]>> extends true ? never : K }[keyof A]>
    : false;
type IsNever<T> = [T] extends [never] ? true : false;

/**
 * To be intersected with a type parameter: `value: T & Exact<T, Wanted>` takes what is Wanted and nothing that has more.
 * TypeScript alone lets a stored record through wherever it has all that an answer needs; what it has besides would
 * be sent along.
 */
export type Exact<A, W> =
  IsAny<A> extends true
    ? never
    : [Misfit<A, W>] extends [never]
      ? unknown
      : { readonly 'is not exactly what is declared': W };

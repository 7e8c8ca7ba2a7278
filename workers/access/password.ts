import plain from 'argon2id/dist/no-simd.wasm';
import simd from 'argon2id/dist/simd.wasm';
import setupWasm from 'argon2id/lib/setup.js';
import { equalInConstantTime, utf8 } from './bytes';
import { type Argon2Hash, fromPhc, toPhc } from './phc';

/** OWASP's smallest Argon2id choice: 19 MiB, two passes, one lane (RELIABILITY, Platform facts). */
const COST = { memory: 19_456, passes: 2, lanes: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

type ComputeHash = Awaited<ReturnType<typeof setupWasm>>;
let argon2id: ComputeHash | null = null;

// The instance and its 65 MiB of address space are made once per isolate. Instantiated synchronously, so that no
// request waits for a promise that belongs to another one, which may be cancelled.
async function loadArgon2id(): Promise<ComputeHash> {
  const load = (module: WebAssembly.Module) => (imports: WebAssembly.Imports) => ({
    module,
    instance: new WebAssembly.Instance(module, imports),
  });
  argon2id ??= await setupWasm(load(simd), load(plain));
  return argon2id;
}

// Runs without a pause once started: an isolate never works on two passwords at once, and their memory is shared.
async function compute(password: string, salt: Uint8Array, cost: typeof COST, length: number): Promise<Uint8Array> {
  const hash = await loadArgon2id();
  return hash({
    password: utf8(password.normalize('NFC')),
    salt,
    memorySize: cost.memory,
    passes: cost.passes,
    parallelism: cost.lanes,
    tagLength: length,
  });
}

/** Argon2id with a fresh salt as a PHC string for `users.password_hash`. About 50 ms of CPU. Throws below two bytes. */
export async function hashPassword(password: string): Promise<string> {
  if (utf8(password).length < 2) throw new RangeError('A password needs at least two bytes');
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const hash = await compute(password, salt, COST, HASH_BYTES);
  return toPhc({ ...COST, salt, hash: new Uint8Array(hash) });
}

/** True when the password is the hashed one. A string that is no Argon2id hash is false, and costs the same. */
export async function verifyPassword(password: string, phc: string): Promise<boolean> {
  const stored = fromPhc(phc);
  if (!stored) return verifyNobody(password);
  return matches(password, stored);
}

/** Always false, after the work of a real check: the time of an answer must not tell who has an account (RELIABILITY B9). */
export async function verifyNobody(password: string): Promise<false> {
  await matches(password, NOBODY);
  return false;
}

const NOBODY: Argon2Hash = { ...COST, salt: new Uint8Array(SALT_BYTES), hash: new Uint8Array(HASH_BYTES) };

async function matches(password: string, stored: Argon2Hash): Promise<boolean> {
  // The library throws on some passwords of less than two bytes; nobody has one.
  if (utf8(password).length < 2) return verifyNobody('no password');
  const hash = await compute(password, stored.salt, stored, stored.hash.length);
  return equalInConstantTime(hash, stored.hash);
}

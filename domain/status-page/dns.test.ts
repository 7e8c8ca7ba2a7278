import { describe, expect, it } from 'vitest';
import { isLocalName, isThisPage, readDnsAnswer } from './dns';

describe('where a host name leads', () => {
  it('is read from a resolver: names on the way and addresses at the end', () => {
    const Answer = [
      { name: 'status.example.com.', type: 5, data: 'Edge.Example.net.' },
      { name: 'edge.example.net.', type: 1, data: '192.0.2.7' },
      { name: 'edge.example.net.', type: 46, data: 'a signature' },
    ];
    expect(readDnsAnswer({ Status: 0, Answer })).toEqual({ names: ['edge.example.net'], addresses: ['192.0.2.7'] });
  });

  it('is nowhere for a name that there is not, and unknown where the resolver failed', () => {
    expect(readDnsAnswer({ Status: 3 })).toEqual({ names: [], addresses: [] });
    expect(readDnsAnswer({ Status: 2 })).toBeNull();
    expect(readDnsAnswer('<html>')).toBeNull();
  });

  it('cannot be asked of names that stay inside', () => {
    expect(['status.example.com', 'status.localhost', 'shop.test', 'status.example.com:8787'].map(isLocalName)).toEqual(
      [false, true, true, true],
    );
  });

  it('is this page only where the page says so itself', () => {
    expect(isThisPage({ page: { id: 'spg_1' } }, 'spg_1')).toBe(true);
    expect(isThisPage({ page: { id: 'spg_2' } }, 'spg_1')).toBe(false);
    expect(isThisPage(null, 'spg_1')).toBe(false);
  });
});

import { BlockList, isIP } from 'node:net';
import { MOST } from './limits.ts';

export type AddressOf = (request: {
  headers: NodeJS.Dict<string | string[]>;
  socket: { remoteAddress?: string | undefined };
}) => string;

/** The addresses and networks of TRUSTED_PROXIES, separated by commas or blanks; null: one of them is neither. */
export function readProxies(text: string): BlockList | null {
  const list = new BlockList();
  for (const entry of text.split(/[\s,]+/).filter((part) => part !== '')) {
    const [address = '', bits, ...rest] = entry.split('/');
    const version = isIP(address);
    if (version === 0 || rest.length > 0) return null;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
      list.addSubnet(address, Number(bits), family);
    else return null;
  }
  return list;
}

/**
 * The network address of who asks. What a request says of it is believed only as far as it was written by proxies of
 * ours: the nearest hop that is none of them is who asks. `onUnbelieved`: somebody else named an address, which is how
 * a proxy that was forgotten looks.
 */
export function createAddressOf(proxies: BlockList | null, onUnbelieved?: () => void): AddressOf {
  const isOurs = (address: string): boolean =>
    proxies?.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4') ?? false;

  return ({ headers, socket }) => {
    let nearest = plain(socket.remoteAddress ?? '');
    const said = headers['x-forwarded-for'];
    if (said === undefined) return nearest;
    if (!isOurs(nearest)) {
      onUnbelieved?.();
      return nearest;
    }
    const hops = [said].flat().join(',').split(',').slice(-MOST.hops);
    for (const hop of hops.reverse()) {
      const address = plain(hop.trim());
      // Not an address: whatever stands further left cannot be believed either.
      if (isIP(address) === 0) return nearest;
      nearest = address;
      if (!isOurs(address)) return address;
    }
    return nearest;
  };
}

/** Without a port, brackets and the IPv6 form of an IPv4 address. */
function plain(text: string): string {
  const bare = /^\[([^\]]*)\](:\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
}

import { AwsV4Signer } from 'aws4fetch';
import type { Config } from '../../config';
import { type ProviderRequest, USER_AGENT } from '../exchange';

export type AwsKey = Pick<NonNullable<Config['aws']>, 'accessKeyId' | 'secretAccessKey' | 'region'>;

/** The request with Signature Version 4; the body goes out exactly as it was signed. `service` is `ses` or `sns`. */
export async function signedRequest(
  { accessKeyId, secretAccessKey, region }: AwsKey,
  service: 'ses' | 'sns',
  { url, headers, body }: ProviderRequest,
): Promise<ProviderRequest> {
  const signer = new AwsV4Signer({
    method: 'POST',
    url,
    headers: { 'User-Agent': USER_AGENT, ...headers },
    body,
    accessKeyId,
    secretAccessKey,
    service,
    region,
  });
  const signed = await signer.sign();
  return { url: signed.url.toString(), headers: Object.fromEntries(signed.headers), body };
}

import { cloudmc } from './cloudmc.ts';
import { cryptocloud } from './cryptocloud.ts';
import { defguard } from './defguard.ts';
import { infura } from './infura.ts';
import { metal } from './metal.ts';
import type { ProviderId, ProviderProfile } from './profile.ts';

export const providers: Readonly<Record<ProviderId, ProviderProfile>> = {
  metal,
  infura,
  cryptocloud,
  defguard,
  cloudmc,
};

/**
 * Where the codes of well-known issuers are asked for: their names as set-up codes write them, folded, and the
 * registrable domains on which they have people sign in. It only ever makes a question to the person; what is not in it
 * is bound by hand. Domains under which strangers have pages of their own are none of it.
 */
const TABLE = `
1password: 1password.com 1password.eu 1password.ca
adobe, adobe id: adobe.com
airbnb: airbnb.com
airtable: airtable.com
algolia: algolia.com
amazon, amazon.com: amazon.com amazon.de amazon.co.uk amazon.fr amazon.it amazon.es amazon.ca amazon.co.jp amazon.in
amazon web services, aws: amazon.com
anthropic, claude: anthropic.com claude.ai
apple: apple.com icloud.com
asana: asana.com
atlassian, jira, trello: atlassian.com trello.com
autodesk: autodesk.com
backblaze: backblaze.com
basecamp, hey: basecamp.com 37signals.com hey.com
battle.net, blizzard: battle.net blizzard.com
binance: binance.com
bitbucket: bitbucket.org atlassian.com
bitfinex: bitfinex.com
bitstamp: bitstamp.net
bitwarden: bitwarden.com bitwarden.eu
bluesky: bsky.app bsky.social
booking.com: booking.com
box: box.com
brevo, sendinblue: brevo.com
bunny.net: bunny.net
bybit: bybit.com
canva: canva.com
circleci: circleci.com
clickup: clickup.com
cloudflare: cloudflare.com
coinbase: coinbase.com
codeberg: codeberg.org
contabo: contabo.com
crates.io: crates.io
crowdin: crowdin.com
datadog: datadoghq.com datadoghq.eu
deepl: deepl.com
digitalocean: digitalocean.com
discord: discord.com
docker, docker hub: docker.com
docusign: docusign.com docusign.net
dreamhost: dreamhost.com
dropbox: dropbox.com
ebay: ebay.com ebay.de ebay.co.uk
electronic arts, ea: ea.com
elastic, elastic cloud: elastic.co
epic games: epicgames.com
etsy: etsy.com
evernote: evernote.com
exoscale: exoscale.com
facebook: facebook.com
fastly: fastly.com
fastmail: fastmail.com
figma: figma.com
firefox, mozilla, firefox accounts, mozilla accounts: firefox.com mozilla.org
fly.io: fly.io
freshbooks: freshbooks.com
gandi, gandi.net: gandi.net
gemini: gemini.com
github: github.com
gitlab, gitlab.com: gitlab.com
gmx: gmx.net gmx.com
godaddy: godaddy.com
gog, gog.com: gog.com
google, gmail, youtube: google.com youtube.com
grammarly: grammarly.com
guild wars 2, arenanet: arena.net
hackerone: hackerone.com
heroku: heroku.com
hetzner, hetzner online: hetzner.com hetzner.de
home assistant cloud, nabu casa: nabucasa.com
hostinger: hostinger.com
hover: hover.com
hubspot: hubspot.com
hugging face, huggingface: huggingface.co
humble bundle: humblebundle.com
ifttt: ifttt.com
infomaniak: infomaniak.com
infura: infura.io
instagram: instagram.com
intercom: intercom.com
ionos: ionos.com ionos.de
jetbrains, jetbrains account: jetbrains.com
jottacloud: jottacloud.com
kickstarter: kickstarter.com
kraken: kraken.com
kucoin: kucoin.com
lastpass: lastpass.com
launchdarkly: launchdarkly.com
linkedin: linkedin.com
linode, akamai: linode.com akamai.com
mailbox.org: mailbox.org
mailchimp: mailchimp.com
mailgun: mailgun.com
mega: mega.nz mega.io
mercado libre, mercadolibre: mercadolibre.com
meta: meta.com facebook.com
microsoft, microsoft account, azure, office 365: microsoft.com microsoftonline.com live.com
minecraft: minecraft.net live.com
mongodb, mongodb atlas: mongodb.com
namecheap: namecheap.com
namesilo: namesilo.com
mullvad: mullvad.net
netflix: netflix.com
netlify: netlify.com
new relic: newrelic.com
nexus mods: nexusmods.com
nintendo, nintendo account: nintendo.com
nordvpn, nord account: nordaccount.com
notion: notion.so notion.com
npm, npmjs: npmjs.com
nvidia: nvidia.com
okx: okx.com
online.net, scaleway: scaleway.com
openai, chatgpt: openai.com chatgpt.com
oracle, oracle cloud: oracle.com oraclecloud.com
ovh, ovhcloud: ovh.com ovhcloud.com
packagist: packagist.org
pagerduty: pagerduty.com
patreon: patreon.com
paypal: paypal.com
pcloud: pcloud.com
pinterest: pinterest.com
pipedrive: pipedrive.com
playstation, sony, playstation network: playstation.com sony.com
porkbun: porkbun.com
posteo, posteo.de: posteo.de
postmark: postmarkapp.com
proton, protonmail, proton mail: proton.me protonmail.com
pypi: pypi.org
quay, red hat: redhat.com
quickbooks, intuit: intuit.com
reddit: reddit.com
revolut: revolut.com
riot games: riotgames.com
ring: ring.com
roblox: roblox.com
rockstar games: rockstargames.com
rubygems, rubygems.org: rubygems.org
salesforce: salesforce.com
samsung, samsung account: samsung.com
sendgrid: sendgrid.com
sentry: sentry.io
shopify: shopify.com
simplelogin: simplelogin.io
skrill: skrill.com
slack: slack.com
snapchat: snapchat.com
sourcehut: sr.ht
squarespace: squarespace.com
square: squareup.com
standard notes: standardnotes.com
star citizen, roberts space industries: robertsspaceindustries.com
steam: steampowered.com steamcommunity.com
stripe: stripe.com
synology: synology.com
tailscale: tailscale.com
teamviewer: teamviewer.com
tesla: tesla.com
tiktok: tiktok.com
todoist: todoist.com
tresorit: tresorit.com
tuta, tutanota: tuta.com tutanota.com
twilio, authy: twilio.com
twitch: twitch.tv
twitter, x: x.com twitter.com
uber: uber.com
ubisoft, uplay: ubisoft.com ubi.com
ubiquiti, unifi: ui.com
uphold: uphold.com
vercel: vercel.com
vimeo: vimeo.com
vk, vkontakte: vk.com
vultr: vultr.com
wasabi: wasabisys.com
web.de: web.de
wikipedia, wikimedia, mediawiki: wikipedia.org wikimedia.org mediawiki.org
wise, transferwise: wise.com
wix: wix.com
wordpress, wordpress.com: wordpress.com
xbox: xbox.com live.com
xero: xero.com
yahoo: yahoo.com
yandex: yandex.com yandex.ru
zapier: zapier.com
zoho: zoho.com zoho.eu
zoom: zoom.us
`;

/** Without case, accents, spaces and signs: GitHub, github and Git-Hub are one. */
function folded(issuer: string): string {
  return issuer
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

const DOMAINS: ReadonlyMap<string, readonly string[]> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [names = '', domains = ''] = line.split(': ');
      return names.split(', ').map((name) => [folded(name), domains.split(' ')] as const);
    }),
);

/** The registrable domains of a well-known issuer; none of any other. */
export function domainsOf(issuer: string): readonly string[] {
  return DOMAINS.get(folded(issuer)) ?? [];
}

/** All of the table, for those who check it. */
export function knownIssuers(): ReadonlyMap<string, readonly string[]> {
  return DOMAINS;
}

/** What our own property is called, so that no other tool's is taken for it. */
const ownNamespace = 'https://restyle.example/ns/recipe/1/';
const sourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

export type XmpFacts = {
  /**
   * How the picture came about, in IPTC's words. A photograph redone by a trained model is "edited using
   * generative AI"; one redone by a filter is "algorithmically altered". "Created using generative AI"
   * (`trainedAlgorithmicMedia`) would deny the photograph it was made from.
   * https://cv.iptc.org/newscodes/digitalsourcetype/
   */
  sourceType: 'compositeWithTrainedAlgorithmicMedia' | 'algorithmicallyEnhanced';
  /** What made it, for readers of IPTC's fields; `null` where no AI did. */
  aiSystem: string | null;
  /** For people; the copy that is read back is in `recipe`. */
  prompt: string;
  /** Anything, as printable ASCII: what XML does to white space cannot harm it. */
  recipe: string;
};

/**
 * One XMP packet (ISO 16684-1) with IPTC's mark of AI and our recipe. AI fields as in the IPTC Photo
 * Metadata Standard 2025.1.
 */
export function buildXmpPacket({ sourceType, aiSystem, prompt, recipe }: XmpFacts): string {
  const attributes = {
    'xmp:CreatorTool': 'Restyle',
    'Iptc4xmpExt:DigitalSourceType': sourceTypes + sourceType,
    ...(aiSystem === null ? {} : { 'Iptc4xmpExt:AISystemUsed': aiSystem }),
    ...(aiSystem === null || prompt === '' ? {} : { 'Iptc4xmpExt:AIPromptInformation': prompt }),
    ...(recipe === '' ? {} : { 'restyle:Recipe': recipe }),
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ` xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:restyle="${ownNamespace}"`,
    `${written.join('\n')}/>`,
    '</rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}

/** Our recipe in a packet, as it was given to `buildXmpPacket`, also after another tool has rewritten it. */
export function recipeInPacket(packet: string): string | null {
  if (!packet.includes(ownNamespace)) return null;
  const attribute = /\brestyle:Recipe\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(packet);
  const element = /<restyle:Recipe>([^<]*)<\/restyle:Recipe>/.exec(packet);
  const written = attribute?.[1] ?? attribute?.[2] ?? element?.[1];
  return written === undefined ? null : unescapeXml(written);
}

/** XML 1.0 has no place for most control characters, and turns line ends in attributes into spaces. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name) return named[String(name).toLowerCase()] ?? whole;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

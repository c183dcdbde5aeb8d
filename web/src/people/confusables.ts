/**
 * Which letters and digits look like which, as `looks:letters`: confusables.txt of Unicode 16 (UTS #39), of it the Latin, Greek, Cyrillic,
 * Armenian, Hebrew, Cherokee, Coptic and Lisu ones that compatibility decomposition does not find already.
 */
const table =
  '2:ƧƻϨꙄꝚ 3:ƷȜЗҘӠⳌꝪꞫ 4:Ꮞ 5:Ƽ 6:бᏮⳒ 8:Ȣȣ 9:ⳊꝮ A:ΑАᎪꓮ AA:Ꜳ AE:ÆӔ AO:Ꜵ AU:Ꜷ AV:ꜸꜺ AY:Ꜽ ' +
  'B:ƁΒВᏴꓐꞴ C:ƇСҪᏟⲤꓚ D:ÐĐƉƊᎠꓓ E:ɆΕЕᎬꓰ F:ƑϜꓝꞘ G:ƓǤԌᏀᏳꓖ H:ĦΗНҢӇӉᎻⱧⲎꓧ J:ɈͿЈᎫꓙꞲ K:ƘΚКҚҞᏦⱩⲔꓗꝀ ' +
  'L:ŁᏞⳐꓡ M:ΜϺМӍᎷⲘꓟ N:ƝΝⲚꓠ O:0ØƟΘΟθОѲӨՕᎤᎾᏫⲞꓳꝊ OE:Œ OO:ꚘꝎ P:ƤΡРᏢⲢꓑ R:ƦᎡᏒꓣ S:ЅՏᏕᏚꓢ ' +
  'T:ŦƬƮȾΤТҬᎢⲦꓔ T3:Ꜩ U:ɄՍᏌꓴ V:ѴᏙꓦ W:ԜᎳᏔꓪ X:ΧХҲⲬꓫꞳ Y:ƳɎΥУҮҰᎩᎽⲨꓬ Z:ƵȤΖᏃꓜ ^:ˆ a:ɑαа aa:ꜳ ae:æӕ ' +
  'ao:ꜵ au:ꜷ av:ꜹꜻ ay:ꜽ b:ƀƂƃƄɓБЬѢѣҌҍᏏ bl:Ы c:ȼсҫᴄⲥꮯ d:đƌɖɗԁᏧꓒ dz:ʣ dȝ:ʤ dʑ:ʥ e:ɇеҽҿꬲ ' +
  'f:ƒքᵮẝꞙꬵ fŋ:ʩ g:ƍǥɠɡցᶃ h:ħɦћһհᏂᏲꚕ i:ıɨɩɪιіӏᎥᵻᵼꙇꭵ j:ɉϳј k:ƙ l:1IłƖƗƚǀɫɭΙІӀוןױⲒꓲ lO:Ю ' +
  'll:ǁװ ls:ʪ lz:ʫ lȝ:ɮ n:ƞɳηոռᵰ o:øɵοσоѳөօסᴏᴑⲟꝋꬽꬾꭴꮎꮻ oe:œ oo:ꚙꝏ oᴇ:ɶ p:ƥρрᵽⲣ q:ʠԛգզ ' +
  'r:ɍɼɽгґғᴦᵲⲅꭇꭈꮁ rn:mɱᵯ s:ƽʂѕᵴꜱꮪ t:ŧƭᵵ tf:ꝷ ts:ʦ tȝ:ꜩ tɕ:ʨ tʃ:ʧ u:ʋυսᴜᵾꞟꭎꭒꮜ ue:ᵫ uo:ꭣ ' +
  'v:νѵטᴠꮩ w:ɯѡѽԝաᴡꝡꮃ x:х y:ƴɏɣʏγуүұᶌỿꭚ z:ƶȥʐᴢᵶꮓ Þ:Ϸ ß:βᏰẞꞵꟖ þ:ƿϸ ĸ:κкқҟᴋⲕꮶ ƅ:ьꮟ ƅi:ы Ɔ:ϽↃꓛ ' +
  'Ǝ:ꓱ Ə:Ә Ɛ:ԐᏋ ƨ:ϩᴤꙅ Ʃ:Σ ƫ:Ꮏ ǝ:əә ǝo:ᴔꭁꭂ ǝ˞:ɚ Ƕ:Ԋ ȝ:ʒӡⳍꝫ ȷ:յ ɂ:ꭾ Ʌ:ΛЛӅꓥꟚꟜ ɋ:ᶐ ɔ:ͻᴐↄꬿ ɔe:ꭢ ' +
  'ɜ:зҙᴈ ɢ:ԍᏻꮐ ɰ:պ ɸ:φфⲫ ɾ:ᵳ ʀ:ꭱꮢ ʃ:ꭍ ʊ:ᵿ ʌ:ᴧ ʍ:мӎᴍꮇ ʘ:Ꙩ ʙ:вᏼ ʚ:ꞝ ʜ:нңӈӊꮋ ʟ:ⳑꮮ ˉb:ъ Γ:ГҐҒᎱⲄ ' +
  'Δ:Ⲇ Π:ПⲠ Φ:ФՓⲪ Ψ:ѰⲮ λ:ƛⲖꟛ π:пᴨ ς:ϛ χ:ⲭꭓꭕ ψ:ѱ ω:ⲱꙍꞷ ϗ:ⳤ Ϭ:Ⳝ Ж:Җ И:ͶҊ Ш:Ⲽ Ъl:Ꙑ ж:җ и:ҋ ' +
  'л:ӆᴫ ш:ⲽ љ:ꭠ Ѡ:ѼᏇ Ҷ:Ӌ ҷ:ӌ Ҽ:Ҿ Ո:ꓵ ՙ:ʿ ሆ:Մ ቡ:Ռ ኮ:Ի ጣ:Պ ᗡ:ꓷ ᙠ:ꓭ ᴀ:ꭺ ᴅ:ꭰ ᴇ:ꭼ ᴊ:ꭻ ᴎ:ͷи ᴘ:ᴩꮲ ' +
  'ᴙ:я ᴛ:τтҭꭲ ẟ:δծ Ⅎ:ꓞ ∂:ð Ɐ:ꓯ Ⱶ:ͰᎨᎰ ⱶ:ꮀ ー:ꟷ ꓕ:Ʇ ꓤ:Ꞟ Ꙍ:Ꞷ ꜧ:ꞕ Ꜿ:Ͽ ꜿ:ͽ Ꝺ:ꝺ Ꞓ:ЄⲈ ꞓ:ɛεєԑⲉꮛ 𐊨:Ꚛ ' +
  '𐐒:Ꞛ 𐐺:ꞛ';

/** What each of those letters looks like. */
export const confusables: ReadonlyMap<string, string> = new Map(
  table.split(' ').flatMap((entry) => {
    const [looks = '', letters = ''] = entry.split(':');
    return [...letters].map((letter): [string, string] => [letter, looks]);
  }),
);

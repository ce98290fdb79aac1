import { type Sentences, speaking } from './sentence.ts'

const STAGES: Readonly<{ [stage: string]: string }> = {
  drafting: 'Drafting',
  consolidation: 'Consolidation',
  silence: 'Silence procedure',
  final: 'Endorsement',
  closed: 'Closed',
}

const sentences: Sentences = {
  network: 'The server can’t be reached. Check the connection and try again; nothing was sent twice.',
  'device/dropped': 'The device used no passkey. Try again, or open your sign-in link.',
  'device/has-one': 'This device has a passkey for this already. It needs no other.',
  'device/elsewhere': 'Passkeys work only at the meeting’s own address. Open it there.',
  'request/malformed': 'The server couldn’t read this request. Reload the page and try again.',
  'request/invalid': ({ path }) =>
    path
      ? `The field “${path}” isn’t filled in as it must be.`
      : 'Something is missing or not filled in as it must be.',
  'request/too-large': 'This is too long to be taken in at once. Shorten it, or send it in parts.',
  'request/too-many': 'Too many requests came from here in a short time. Wait a minute, then try again.',
  'request/not-found': 'There is nothing at this address.',
  'request/method': 'The server doesn’t do this. Reload the page to get its newest version.',
  'request/foreign-origin':
    'This request came from another site and was refused. Open the meeting at its own address.',
  'session/none':
    'You aren’t signed in here. Open your sign-in link again, or ask the secretariat for a new one.',
  'session/capacity-not-held':
    'This browser isn’t signed in for this capacity. Open the sign-in link that was made for it.',
  'code/unknown': 'This sign-in link is not known. Check that the whole address was copied.',
  'code/used': 'This sign-in link was used already. Each link opens once: ask the secretariat for a new one.',
  'code/expired': 'This sign-in link has expired. Ask the secretariat for a new one.',
  'passkey/unknown':
    'This passkey isn’t known here, or was removed. Open your sign-in link, or ask the secretariat for a new one.',
  'passkey/not-proved':
    'The passkey couldn’t be checked. Try again, and unlock it with your finger, your face or its PIN.',
  'passkey/expired': 'That took too long. Try again.',
  'passkey/too-many': 'You have as many passkeys as a person may have. Remove one that you no longer use.',
  'capacity/revoked': 'This accreditation was withdrawn. If that is a mistake, speak to the secretariat.',
  'capacity/not-yet': 'This accreditation isn’t valid yet. Ask the secretariat from when on it is.',
  'capacity/expired': 'This accreditation has run out. Ask the secretariat to renew it.',
  'policy/role': 'Your role doesn’t do this.',
  'policy/stage': ({ stage }) =>
    stage
      ? `This can’t be done in the stage “${STAGES[stage] ?? stage}”.`
      : 'This can’t be done in the present stage.',
  'declaration/unknown': 'There is no such declaration, or you may not see it.',
  'declaration/exists': 'There is already a declaration with this name. Choose another symbol.',
  'draft/unknown': 'This draft is not there any more: it was tabled or discarded.',
  'draft/not-a-member': 'Only the delegations that write this draft may do this.',
  'draft/too-many':
    'Your delegation has as many drafts open as it may. Table or discard one before you open another.',
  'draft/empty': 'The draft changes nothing yet, so there is nothing to table.',
  'draft/of-sub':
    'A sub-amendment has no words of the text to begin with. Begin with the amendment that it amends.',
  'draft/behind':
    'The text has moved on while this draft was away. Wait until it has caught up, then try again.',
  'amendment/unknown': 'There is no such amendment.',
  'amendment/not-yours': 'Only the delegation that sponsors the amendment may do this.',
  'amendment/not-pending': 'This amendment was decided or withdrawn in the meantime.',
  'amendment/overtaken':
    'The words that this amendment changes are gone from the text, so nothing is left to accept.',
  'amendment/other-wording':
    'The wording was changed in the meantime. Read the new one before you put your name to it.',
  'amendment/same-words': 'These are exactly the words that are already tabled.',
  'amendment/own': 'A delegation takes no position on an amendment that it sponsors.',
  'amendment/not-withdrawn': 'It was not withdrawn, so there is nothing to take up.',
  'amendment/taken-up': 'Another delegation has taken it up already.',
  'amendment/carried':
    'Its words are in the text already: another amendment that says the same was accepted. It can be rejected or withdrawn.',
  'amendment/not-rivals': 'An amendment can’t be ordered or tied to itself, or named twice.',
  'compromise/parents': 'A compromise needs at least two amendments that are still pending.',
  'compromise/not-asked': 'Only the sponsors of the amendments that it would replace are asked.',
  'group/unknown': 'There is no such group at this meeting.',
  'group/not-a-member': 'Your delegation isn’t a member of this group.',
  'group/code-taken': 'This code belongs to a State or to the desk. Choose another.',
  'group/not-involved': 'The group has said nothing on this amendment that a member could opt out of.',
  'amendment/sub': 'A sub-amendment can’t be amended in turn. Propose another amendment to the same words.',
  'amendment/no-sub': 'This does not amend an amendment that is pending.',
  'amendment/sub-first':
    'Sub-amendments are decided before the amendment that they amend. Decide on them first.',
  'amendment/base-replaced':
    'The amendment has a new wording, and these words stand on the old one. Begin again from the new one.',
  'thread/unknown': 'There is no such comment.',
  'thread/resolved': 'This discussion was resolved. Open it again to reply.',
  'note/unknown': 'There is no such note.',
  'note/too-many': ({ most }) =>
    `Your delegation keeps ${most} notes here already. Remove some that you no longer need.`,
  'clause/unknown': 'There is no such clause in the text.',
  'clause/not-awaited': 'Your capital isn’t awaited on this clause.',
  'clause/other-words':
    'The words of the clause have changed in the meantime. Read them again before you confirm.',
  'act/unknown': 'There is no such public act.',
  'ledger/size': 'The ledger of acts is not as long as that.',
  'version/unknown': 'There is no such version.',
  'version/same-words': 'The text already reads as this version does.',
  'version/damaged':
    'This version can’t be shown: what is kept of it is not what its hash says. Tell the secretariat; the record that others have saved still holds it.',
  'version/symbol-taken': 'Another version has this symbol already. Choose the next one.',
  'stage/not-next': 'The declaration can’t move to that stage from where it stands.',
  'silence/deadline':
    'The deadline has to lie ahead, within a year, and later than one that was given before.',
  'silence/words-moved': 'The text has changed since the last version. Give what is frozen now a symbol.',
  'silence/other-version': 'Another version is before the delegations now. Read it again before you answer.',
  'delegation/unknown': 'There is no such delegation at this meeting.',
  'language/authentic': 'These are the authentic words’ own language. Choose another.',
  'language/clauses': ({ clauses }) =>
    `The final text has ${clauses} clauses, and each needs its words in this language.`,
  'language/unknown': 'The final text wasn’t laid in this language.',
  'language/too-late': 'Endorsement was opened, so what is read beside the text can’t change any more.',
  'endorsement/other-text':
    'The text that you were shown isn’t the final text. Reload the page and read it again before you endorse.',
  'endorsement/already': ({ name }) =>
    name
      ? `Your State has endorsed this text already: ${name} has signed for it.`
      : 'Your State has endorsed this text already.',
  'endorsement/not-open': 'Endorsement isn’t open. The secretariat opens it.',
  'endorsement/open': 'Endorsement is open already.',
  'endorsement/closed': 'Endorsement is closed. Whoever comes late asks the secretariat for an addendum.',
  'endorsement/nobody-listed': 'Nobody who may endorse has been published yet. Accredit signatories first.',
  'endorsement/not-listed':
    'The published list of signatories doesn’t have this key. Ask the secretariat to confirm it.',
  'endorsement/not-yours': 'This was signed for another State, or in another capacity. Nothing was recorded.',
  'endorsement/none': 'Your State has no endorsement of this text that could be withdrawn.',
  'endorsement/expired':
    'The signature took too long, or the record has moved on since. Nothing was recorded: sign once more.',
  'endorsement/replayed': 'This very signature stands in the record already. Sign once more.',
  'signature/not-proved':
    'The signature couldn’t be checked, and nothing was recorded. Try again, and unlock the device with your finger, your face or its PIN.',
  'signature/none-waiting': 'This key isn’t waiting to be confirmed any more.',
  'paper/unknown': 'This paper isn’t waiting to be confirmed any more.',
  'paper/same-person':
    'A paper is confirmed by another member of the secretariat than the one who recorded it.',
  'document/nothing': 'Nothing of this kind has been said yet, so there is nothing to save.',
  'document/no-such-form': 'This can’t be had in that format.',
  'document/too-long': 'Making this document took too long, so it was given up. Try again in a moment.',
  'document/too-many': 'Many documents are being made just now. Try again in a moment.',
  'document/not-awaited': 'Nobody waited for this any more, so it was not made.',
  'document/failed': 'This document couldn’t be made. Try again; if it fails again, tell the secretariat.',
  'document/not-akn': 'This isn’t a text in Akoma Ntoso. Choose an XML file of that kind, or a Word file.',
  'document/not-word': 'This isn’t a Word file (.docx).',
  'document/locked':
    'This file has a password or is older than Word 2007. Save it as .docx without a password.',
  'document/damaged': 'This file is damaged. Save it again in Word.',
  'document/unsafe': 'This file reaches for other files, so it was not read.',
  'document/macros': 'This file holds macros. Save it as .docx, without them.',
  'document/too-much': 'There is more in this file than a declaration can be.',
  'document/not-ours': 'This file wasn’t issued here. Take the text from “Documents”, and edit that.',
  'document/other-declaration': 'This file is another declaration’s. Send it there.',
  'document/no-text': 'This file is a list. Edit the text or the compilation instead.',
  'document/undated':
    'The dates of the changes were removed from this file, so your changes can’t be told from those of others. Save it without removing personal information.',
  'document/no-words': 'No words were found in this file.',
  'update/read-only': 'These words can’t be changed here.',
  'update/foreign-pen': 'These changes were made under another name and were not taken in.',
  'update/pending': 'Some of the changes before these were missing, so they were not taken in.',
  'update/not-allowed': 'This kind of change can’t be made in the text.',
  'update/too-large': 'This change is too long to be taken in at once. Put it in parts.',
  'server/disk': 'The server can’t write to its disk, so nothing was recorded. Tell the secretariat.',
  'server/stopping': 'The server is being restarted. Try again in a moment.',
  'server/fault': 'Something failed on the server. Try again; if it fails again, tell the secretariat.',
}

export const refusals = { sentence: speaking(sentences) }

import { act, empty, jay, jaysNight, tyler, tylersNight } from './journey-page-state.ts'
import type { States } from './journey-states.ts'

/** The acts that come with a return and with its interview. */
export const returnActs: States = {
  ...act('record-interview-accepted', 'noor', 'finn, declined the interview'),
  ...act('decide-interview-not-held', 'dawn', tylersNight),
  ...act('record-interview-served', 'noor', jaysNight, [empty('noor', `${tyler}/record-interview-served`)]),
  ...act('take-carers-account', 'noor', 'finn, declined the interview'),
  ...act('ask-host', 'noor', tylersNight),
  ...act('answer-for-host', 'noor', 'finn, declined the interview', [
    empty('noor', `${tyler}/answer-for-host`),
  ]),
  ...act('write-up-interview', 'noor', 'jay, closed late', [empty('noor', `${tyler}/write-up-interview`)]),
  ...act('send-back-interview', 'dawn', 'kayleigh, this afternoon', [
    empty('dawn', `${tyler}/send-back-interview`),
  ]),
  ...act('approve-interview', 'dawn', 'kayleigh, this afternoon', [
    empty('dawn', `${tyler}/approve-interview`),
  ]),
  ...act('add-to-interview', 'noor', 'jay, closed late', [empty('noor', `${tyler}/add-to-interview`)]),
  ...act('decide-not-to-share', 'noor', 'jay, closed late', [empty('noor', `${tyler}/decide-not-to-share`)]),
  ...act('record-finding', 'noor', 'kayleigh, this afternoon'),
  ...act('release-finding', 'dawn', 'kayleigh, this afternoon', [empty('dawn', `${jay}/release-finding`)]),
  ...act('keep-finding', 'dawn', 'kayleigh, this afternoon', [empty('dawn', `${jay}/keep-finding`)]),
  ...act('compare-findings', 'noor', 'jay, closed late', [empty('noor', `${tyler}/compare-findings`)]),
  ...act('agree-action', 'sam', 'kayleigh, this afternoon', [empty('sam', `${jay}/agree-action`)]),
  ...act('decide-no-action', 'sam', 'kayleigh, this afternoon', [empty('sam', `${jay}/decide-no-action`)]),
  ...act('record-action-done', 'sam', 'kayleigh, this afternoon', [
    empty('sam', `${jay}/record-action-done`),
  ]),
  ...act('end-action', 'sam', 'kayleigh, this afternoon', [empty('sam', `${jay}/end-action`)]),
  ...act('begin-enquiry', 'sam', jaysNight),
  ...act('record-child-seen', 'sam', 'kayleigh, this afternoon', [
    empty('sam', `${tyler}/record-child-seen`),
  ]),
  ...act('conclude-enquiry', 'sam', 'kayleigh, this afternoon', [empty('sam', `${tyler}/conclude-enquiry`)]),
  ...act('record-reading', 'colm', tylersNight),
  ...act('call-review', 'colm', tylersNight),
  ...act('report-care-missing', 'ruth', tylersNight),
  ...act('record-care-located', 'ruth', tylersNight),
  ...act('record-care-returned', 'ruth', tylersNight),
  ...act('record-care-conversation', 'sam', tylersNight),
  ...act('agree-care-repair', 'sam', tylersNight),
  ...act('agree-care-prevention', 'sam', tylersNight),
  ...act('agree-homecoming', 'lena', 'kai, located'),
  ...act('record-welcome', 'ruth', tylersNight),
  ...act('record-conversation', 'ruth', tylersNight),
  ...act('tell-now', 'ruth', jaysNight),
  ...act('answer-telling', 'amira', 'kayleigh, this afternoon', [empty('sam', `${jay}/answer-telling`)]),
}

import type { Route } from '../../route.ts'
import { askForRequest, beginRequest } from './begin.ts'
import { listRequests } from './list.ts'
import { decidePassage, showPassage } from './passage.ts'
import { exportRequest, makeLonger, showRequest, withhold } from './request.ts'
import { path } from './words.ts'

const may = { kind: 'may-use', use: 'disclose' } as const
const look = { kind: 'look', what: 'request for a record, naming the child' } as const
const request = `${path}/:request`

export const subjectAccessRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    may,
    audit: { kind: 'look', what: 'requests for a record, naming the children' },
    handle: listRequests,
  },
  {
    method: 'GET',
    path: `${path}/begin`,
    may,
    audit: { kind: 'nothing', because: 'it only asks' },
    handle: askForRequest,
  },
  { method: 'POST', path: `${path}/begin`, may, audit: look, handle: beginRequest },
  { method: 'GET', path: request, may, audit: look, handle: showRequest },
  { method: 'POST', path: `${request}/longer`, may, audit: look, handle: makeLonger },
  { method: 'POST', path: `${request}/words`, may, audit: look, handle: withhold },
  {
    method: 'POST',
    path: `${request}/export`,
    may,
    confirms: true,
    audit: { kind: 'look', what: 'subject access, exported, naming the child' },
    handle: exportRequest,
  },
  { method: 'GET', path: `${request}/:passage`, may, audit: look, handle: showPassage },
  { method: 'POST', path: `${request}/:passage`, may, audit: look, handle: decidePassage },
]

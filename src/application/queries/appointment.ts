import { episodeOf } from '../../domain/episode/evolve.ts'
import type { EpisodeId } from '../../domain/episode/entry.ts'
import { appointmentIn } from '../../domain/interview/appointment.ts'
import type { Application } from '../carry-out.ts'
import type { Invitation } from '../files.ts'
import type { Visitor } from '../ports.ts'

/** The interview that this episode has arranged, or had, for a calendar. Undefined for whoever may not read the episode;
    none before any was arranged and after it was held. Records one look. */
export async function appointmentOf(
  app: Application,
  visitor: Visitor,
  episode: EpisodeId,
  origin: string,
): Promise<Invitation | 'none' | undefined> {
  return app.store.read(visitor, async (session) => {
    const found = await session.chronology(episode)
    if (found === undefined) return undefined
    await session.look({ what: 'an appointment, for a calendar', children: [found.child] })
    const appointment = appointmentIn(found.chronology)
    const { raised } = episodeOf(found.chronology)
    if (appointment === undefined || raised === undefined) return 'none'
    return { ...appointment, reference: raised.body.reference, address: `${origin}/episodes/${episode}` }
  })
}

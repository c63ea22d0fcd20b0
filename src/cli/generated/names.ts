import type { ChildBodies } from '../../domain/child/child.ts'
import type { Chance } from './chance.ts'

type Pronoun = ChildBodies['child-registered']['pronoun']

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

const girls = words(`
  Ada Aisha Alba Amina Anwen Beatrix Bethan Cleo Daria Dilys Edie Elif Elin Esme Fern Freya Greta Halima Hattie Ines
  Iris Jamila Juno Keira Lara Leila Lottie Mabel Maeve Marta Mina Nell Nia Nyla Orla Paloma Pearl Priti Rhea Rosa
  Ruby Safiya Selma Sian Tamsin Thea Una Vera Willow Yasmin Zainab Zofia`)
const boys = words(`
  Abel Adil Alfie Amir Anton Archie Bilal Blake Caleb Cian Dario Dexter Eban Elis Emil Ezra Felix Femi Gethin Harvey
  Hamza Idris Ivor Jago Jamal Joss Kai Kofi Kit Leon Levi Luka Mateo Milan Musa Ned Nico Noah Omar Otis Owen Piotr
  Rafe Remy Rowan Rufus Sami Silas Tariq Theo Umar Wesley Yusuf Zack`)
const either = words(
  'Ash Billie Charlie Drew Ellis Frankie Jules Kerry Lane Marley Quinn River Robin Sky Taylor',
)

const families = words(`
  Abara Achterberg Adair Aldous Amoah Ashdown Averill Bakare Balcombe Barrow Bellamy Bhatti Birkin Boateng Bramwell
  Brindle Cadwell Calder Carrow Chaudry Clavering Colley Corran Cotter Crabtree Culpin Dacre Darrow Denholm Dervish
  Doyle Draycott Dunmore Eccles Eldridge Emmett Farrant Fennimore Ferris Foxley Gadd Garrick Gaskin Ghani Gilroy
  Goddard Greaves Gulliver Haddow Halloran Hanif Harkness Hawtrey Hebden Heron Holloway Hurrell Ibbotson Iqbal Jarrow
  Jessop Jolley Kamara Kearsley Keating Kestrel Kirwan Kowal Lambton Larkin Ledger Lindqvist Lockyer Lomax Lovelock
  Madaki Malik Mallory Marchbank Meakin Mensah Merrow Mistry Moffat Munro Nazari Nettleton Norcott Nwosu Oakes Odell
  Ormond Osei Pardoe Parvez Peverell Pickard Quayle Quarmby Radley Rahman Ramsbottom Redfern Rigby Rosewarne Ruddock
  Sallis Sandhu Satchwell Sefton Shorrock Skelton Sowande Stanhope Swale Tamm Tarrant Thackray Tranter Trevanion
  Underhill Vantongeren Varley Verity Wainwright Walshaw Warsame Wetherby Whelan Winterburn Wolfe Wragg Yarwood Yeates`)

/** A first name and a family name, put together by chance: nobody is meant. */
export function nameOf(pronoun: Pronoun, chance: Chance): string {
  const first = { she: girls, he: boys, they: either }[pronoun]
  return `${chance.pick(first)} ${chance.pick(families)}`
}

export function grownUpName(chance: Chance): string {
  return nameOf(chance.pick(['she', 'he']), chance)
}

const before = words(`
  Alder Amber Beacon Birch Bramble Brook Cedar Chestnut Copper Elder Fallow Fern Gable Garnet Hazel Heather Hollin Ivy
  Juniper Kestrel Larkspur Linden Maple Meadow Mill Moss Orchard Osier Plover Quarry Rowan Russet Sorrel Swallow Tanner
  Thistle Walnut Weir Willow Wren`)
const after = words('House Lodge Court Cottage View Place Rise End')

/** A name that no home has yet. */
export function homeName(chance: Chance, taken: ReadonlySet<string>, ending = ''): string {
  for (let tries = 0; ; tries++) {
    const name = `${chance.pick(before)} ${chance.pick(after)}${tries > 60 ? ` ${tries - 59}` : ''}${ending}`
    if (!taken.has(name)) return name
  }
}

const ranges = ['01632 960', '07700 900', '020 7946 0'] as const

/** A number of the ranges that Ofcom keeps for drama: it never rings anybody. */
export function landline(chance: Chance): string {
  return `${chance.pick([ranges[0], ranges[2]])}${chance.between(100, 999)}`
}

export function mobile(chance: Chance): string {
  return `${ranges[1]}${chance.between(100, 999)}`
}

const streets = words('Orchard Chapel Quarry Station Mill Kiln Weir Larch Priory Garth Tannery Beck')
const kinds = words('Row Lane Street Close Road Terrace')

export function addressOf(chance: Chance): string {
  return `${chance.between(1, 140)} ${chance.pick(streets)} ${chance.pick(kinds)}`
}

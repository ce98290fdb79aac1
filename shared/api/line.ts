import { z } from 'zod'
import { isLine } from '../characters.ts'

export const plain = [isLine, 'a line of plain characters'] as const
export const line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine(...plain)
export const ending = z
  .string()
  .max(10)
  .refine(...plain)

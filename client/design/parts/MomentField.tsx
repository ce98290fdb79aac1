import { getLocalTimeZone, parseAbsolute, toCalendarDate, type ZonedDateTime } from '@internationalized/date'
import {
  DatePicker as AriaDatePicker,
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  Label,
  Popover,
  Text,
} from 'react-aria-components'
import type { Instant } from '../../../shared/ids.ts'
import { useMessages } from '../../i18n.tsx'
import './Field.css'
import { Icon } from './Icon.tsx'
import './MomentField.css'

export interface MomentFieldProps {
  readonly label: string
  readonly hint?: string
  /** What is wrong, in words; empty when nothing is. */
  readonly error?: string
  readonly value: Instant
  readonly onChange: (value: Instant) => void
}

/** A day and a time of day in the person's own time zone, which is named beside them. */
export function MomentField({ label, hint, error = '', value, onChange }: MomentFieldProps) {
  const { common } = useMessages()
  const zoned = parseAbsolute(value, getLocalTimeZone())
  const change = (next: ZonedDateTime | null) => {
    if (next) onChange(next.toDate().toISOString())
  }
  return (
    <AriaDatePicker
      className="field moment-field"
      value={zoned}
      onChange={change}
      granularity="minute"
      isInvalid={error !== ''}
      shouldForceLeadingZeros
    >
      <Label className="field-label">{label}</Label>
      <Group className="input moment-group">
        <DateInput className="moment-input">
          {(segment) => <DateSegment segment={segment} className="moment-segment" />}
        </DateInput>
        <Button className="moment-button" aria-label={common.calendar.open}>
          <Icon name="chevron" />
        </Button>
      </Group>
      {hint ? (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      ) : null}
      <FieldError className="field-error">{error}</FieldError>
      <Popover className="popover">
        <Dialog className="moment-dialog">
          <Calendar className="calendar" defaultFocusedValue={toCalendarDate(zoned)}>
            <header className="calendar-head">
              <Button slot="previous" className="icon-button calendar-previous">
                <Icon name="chevron" />
              </Button>
              <Heading className="calendar-month" />
              <Button slot="next" className="icon-button calendar-next">
                <Icon name="chevron" />
              </Button>
            </header>
            <CalendarGrid className="calendar-grid">
              {(date) => <CalendarCell date={date} className="calendar-day" />}
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </AriaDatePicker>
  )
}

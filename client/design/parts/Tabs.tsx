import type { ReactNode } from 'react'
import { Tabs as AriaTabs, type Key, Tab, TabList, TabPanel } from 'react-aria-components'
import './Tabs.css'

export interface TabOf<T extends string> {
  readonly id: T
  readonly name: ReactNode
  readonly panel: ReactNode
}

export interface TabsProps<T extends string> {
  /** What the tabs are about, for those who listen. */
  readonly label: string
  readonly tabs: readonly TabOf<T>[]
  readonly value?: T
  readonly onChange?: (value: T) => void
}

export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  const choose = (key: Key) => {
    const tab = tabs.find(({ id }) => id === key)
    if (tab) onChange?.(tab.id)
  }
  return (
    <AriaTabs
      className="tabs"
      onSelectionChange={choose}
      {...(value === undefined ? {} : { selectedKey: value })}
    >
      <TabList className="tab-list" aria-label={label} items={tabs}>
        {({ id, name }) => (
          <Tab id={id} className="tab">
            {name}
          </Tab>
        )}
      </TabList>
      {tabs.map(({ id, panel }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {panel}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

import { useMessages } from '../i18n/I18nProvider.tsx'
import type { ListOrder as Order } from '../query/incidentQuery.ts'
import { Select } from '../ui/Select.tsx'
import { useScreen, useSetScreen } from '../view/useView.ts'

const orders: readonly Order[] = ['newest', 'oldest', 'deadliest']

/** Choice of the order of the list. */
export function ListOrder() {
  const { list: words } = useMessages()
  const setScreen = useSetScreen()
  const list = useScreen((screen) => screen.list)
  return (
    <Select
      label={words.order}
      value={list.order}
      options={orders.map((order) => ({ value: order, text: words.orders[order] }))}
      onChange={(order) => setScreen({ list: { ...list, order, offset: 0 } })}
    />
  )
}

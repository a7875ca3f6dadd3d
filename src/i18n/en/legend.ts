/** Texts of the legend, except its symbols. */
export const legend = {
  name: 'Legend',
  showOnly: (type: string) => `Show only ${type}`,
}

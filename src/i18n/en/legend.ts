export const legend = {
  name: 'Legend',
  showOnly: (type: string) => `Show only ${type}`,
}

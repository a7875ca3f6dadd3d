/** Names of renderers that draw with the processor: of Chromium, of Mesa, of Windows. */
const onProcessor = /swiftshader|llvmpipe|softpipe|software|basic render/i

/**
 * Whether the processor draws what the map library asks for, as on a computer without a graphics card: all that is drawn
 * then takes long. False where the browser does not name its renderer.
 */
export function isProcessorDrawn(): boolean {
  const context = document.createElement('canvas').getContext('webgl2')
  if (!context) return false
  const named = context.getExtension('WEBGL_debug_renderer_info')
  const renderer: unknown = context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER)
  // Browsers keep few contexts at a time.
  context.getExtension('WEBGL_lose_context')?.loseContext()
  return typeof renderer === 'string' && onProcessor.test(renderer)
}

/** Ports of one server. */
export interface NodePorts {
  http: number
  tcp: number
  interserver: number
}

/** What a server's configuration depends on. */
interface NodeConfig {
  /** Its own folder, with users.xml and a folder tmp. */
  home: string
  /** Folder of its data. */
  data: string
  own: NodePorts
  /** The shards of the cluster: of each, the ports of its replicas. */
  shards: readonly (readonly NodePorts[])[]
  cluster: string
}

/** The configuration of one server, as XML that old and new versions read. */
export function configText({ home, data, own, shards, cluster }: NodeConfig): string {
  const replicas = (shard: readonly NodePorts[]) =>
    shard.map(({ tcp }) => `<replica><host>127.0.0.1</host><port>${tcp}</port></replica>`).join('')
  const servers = shards.map((shard) => `<shard>${replicas(shard)}</shard>`).join('')
  return `<yandex>
  <logger><level>warning</level><console>1</console></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${own.http}</http_port>
  <tcp_port>${own.tcp}</tcp_port>
  <interserver_http_port>${own.interserver}</interserver_http_port>
  <interserver_http_host>127.0.0.1</interserver_http_host>
  <path>${data}/</path>
  <tmp_path>${home}/tmp/</tmp_path>
  <users_config>${home}/users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>268435456</mark_cache_size>
  <max_concurrent_queries>200</max_concurrent_queries>
  <remote_servers><${cluster}>${servers}</${cluster}></remote_servers>
</yandex>
`
}

/** What the profile of `hasty` leaves out of an answer, without an error, beyond its limits. */
const overflowing = ['timeout', 'read', 'result', 'group_by', 'sort', 'set', 'distinct', 'transfer', 'join']
const hastyProfile = overflowing
  .map((what) => `<${what}_overflow_mode>break</${what}_overflow_mode>`)
  .join('')

/**
 * Users, all without password: `default` and `writer` may do all, `reader` only read (with settings of its own for each query), and
 * `hasty` reads with a profile by which answers are cut off.
 */
export const usersText = `<yandex>
  <profiles><default/><reader><readonly>2</readonly></reader><hasty><readonly>2</readonly>${hastyProfile}</hasty></profiles>
  <users>
    <default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
    <writer><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></writer>
    <reader><password></password><networks><ip>127.0.0.1</ip></networks><profile>reader</profile><quota>default</quota></reader>
    <hasty><password></password><networks><ip>127.0.0.1</ip></networks><profile>hasty</profile><quota>default</quota></hasty>
  </users>
  <quotas><default/></quotas>
</yandex>
`

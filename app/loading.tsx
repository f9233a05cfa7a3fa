import { Loading } from '../components/shell/loading.tsx';

export default Loading;
